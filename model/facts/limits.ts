/**
 * Every limit of the Cases API and of EventBridge that this package respects. Lengths count Unicode code points; sizes
 * count bytes of the EventBridge entry. The source is the Cases API model of 2026-05-13 (modelled), unless a line names
 * another.
 */
export const limits = {
  /** The longest identifier or ARN; at least 1. */
  identifier: 500,
  /** The longest `stringValue` of a field; it may be empty (1,500 in 2023, 3,000 in 2025). */
  fieldText: 4100,
  /** The longest value of an option; at least 1. */
  optionValue: 100,
  /** The most options of one single-select field (quota, documented). */
  options: 500,
  /** The longest body of a comment; at least 1. */
  commentBody: 15_000,
  /** The longest `channel` of a contact; at least 1. */
  channel: 100,
  /** The longest name of an SLA; at least 1. */
  slaName: 500,
  /** The longest `customEntity` of a user; at least 1. */
  customEntity: 500,
  /** The most fields in the event configuration (50 in 2022, 200 in 2023). */
  includedFields: 400,
  /** The most fields of a Custom related item; at least 1. */
  customItemFields: 50,
  /** The events page promises "less than 256KB" (documented); this was the limit of EventBridge until 2026. */
  documentedEntrySize: 262_144,
  /** The limit of EventBridge since 2026-01-29 (documented as "less than 1MB"; the exact number is observed). */
  largestEntrySize: 1_048_576,
  /**
   * The largest answer of a Lambda function. "6 MB" is documented; Lambda's error shows the exact number (observed).
   */
  lambdaAnswer: 6_291_556,
  /** The bytes that EventBridge counts for an entry's time (documented). */
  entryTime: 14,
  /** The longest event pattern in characters (documented). */
  eventPattern: 4096,
  /** The most combinations of `$or` in one event pattern (documented). */
  patternCombinations: 1000,
  /** The most keys with conditions in one combination of an event pattern (observed in AWS's engine). */
  patternKeys: 256,
  /** The deepest nesting of an event pattern (observed in AWS's engine). */
  patternDepth: 1000,
} as const;

/**
 * The numbers of a template that AWS takes, in whole numbers, by their properties in CloudFormation. The sources are the API
 * models of Lambda and SQS (modelled), unless a line names another.
 */
export const settingRanges = {
  /** Seconds (documented: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
  timeout: { property: 'Timeout', least: 1, most: 900 },
  /** Of an asynchronous call. */
  retries: { property: 'MaximumRetryAttempts', least: 0, most: 2 },
  /** Of a rule's target (documented: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html). */
  targetRetries: { property: 'RetryPolicy.MaximumRetryAttempts', least: 0, most: 185 },
  /** Seconds, of a rule's target. */
  targetAge: { property: 'RetryPolicy.MaximumEventAgeInSeconds', least: 60, most: 86_400 },
  batchSize: { property: 'BatchSize', least: 1, most: 10_000 },
  /** Seconds. */
  batchingWindow: { property: 'MaximumBatchingWindowInSeconds', least: 0, most: 300 },
  /** Of a stream: -1 stands for any number. */
  streamRetries: { property: 'MaximumRetryAttempts', least: -1, most: 10_000 },
  /** Seconds (documented: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html). */
  visibilityTimeout: { property: 'VisibilityTimeout', least: 0, most: 43_200 },
  /** The most is observed in the checks of AWS's own tools. */
  maxReceiveCount: { property: 'RedrivePolicy.maxReceiveCount', least: 1, most: 1000 },
} as const;

/**
 * The largest message of each transport in bytes (documented). `sns` is the greatest MaximumMessageSize of a
 * topic, `snsDefault` its default. A Kinesis stream may allow more.
 */
export const messageSizes = {
  lambda: 1_048_576,
  sqs: 1_048_576,
  sns: 1_048_576,
  snsDefault: 262_144,
  kinesis: 1_048_576,
  firehose: 1_024_000,
} as const;

/** EventBridge's size rule: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
export const sizeProfiles = {
  documented: limits.documentedEntrySize,
  largest: limits.largestEntrySize,
} as const;
