/**
 * Every number of the Cases API and of EventBridge that the product keeps to. Lengths are Unicode code points, sizes
 * are bytes of the EventBridge entry. Source: the Cases API model of 2026-05-13 (modelled) unless a line says otherwise.
 */
export const limits = {
  /** Identifiers and ARNs, 1 to this many. */
  identifier: 500,
  /** `stringValue` of a field, 0 to this many (1,500 in 2023, 3,000 in 2025). */
  fieldText: 4100,
  /** An option's value, 1 to this many. */
  optionValue: 100,
  /** Options of one single-select field (quota, documented). */
  options: 500,
  /** A comment's body, 1 to this many. */
  commentBody: 15_000,
  /** `channel` of a contact, 1 to this many. */
  channel: 100,
  /** The name of an SLA, 1 to this many. */
  slaName: 500,
  /** `customEntity` of a user, 1 to this many. */
  customEntity: 500,
  /** Fields that the event configuration includes (50 in 2022, 200 in 2023). */
  includedFields: 400,
  /** Fields of a Custom related item, 1 to this many. */
  customItemFields: 50,
  /** The events page promises "less than 256KB" (documented); this many was the limit of EventBridge until 2026. */
  documentedEntrySize: 262_144,
  /** EventBridge's own ceiling since 2026-01-29 (documented as "less than 1MB", the exact number observed). */
  largestEntrySize: 1_048_576,
  /** The answer of a Lambda function: "6 MB" is documented, the exact number is that of Lambda's own error (observed). */
  lambdaAnswer: 6_291_556,
  /** EventBridge counts this much for an entry's time (documented). */
  entryTime: 14,
} as const;

/**
 * Bytes of one message that a transport takes (documented): an event that invokes a Lambda function asynchronously, an
 * SQS message, the MaximumMessageSize that an SNS topic can be given and the one that it has otherwise, a Kinesis record
 * unless the stream allows more, a Firehose record of 1,000 KiB.
 */
export const messageSizes = {
  lambda: 1_048_576,
  sqs: 1_048_576,
  sns: 1_048_576,
  snsDefault: 262_144,
  kinesis: 1_048_576,
  firehose: 1_024_000,
} as const;

/** EventBridge's rule for sizes: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
export const sizeProfiles = {
  documented: limits.documentedEntrySize,
  largest: limits.largestEntrySize,
} as const;
