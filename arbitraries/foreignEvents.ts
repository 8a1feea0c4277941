import fc, { type Arbitrary } from 'fast-check';
import { type Domain, requireDomain } from '../model/domain/domain.ts';
import { exampleDomain } from '../model/domain/exampleDomain.ts';
import { sampleIds } from '../model/event/samples.ts';
import { makeCaseArn, makeDomainArn } from '../model/values/arns.ts';
import { makeUuid } from '../model/values/identifiers.ts';
import { deriveId, type Identity } from '../model/values/identity.ts';
import { requireKnownKeys, requireOneOf } from '../model/values/invalidArgument.ts';
import { calls, makeCloudTrailRecord, readOnlyCalls } from './foreign/makeCloudTrailRecord.ts';
import { makeIsoInstant, makeIsoSecond } from './values/makeTypicalValues.ts';

/** The options of {@link foreignEvents}. */
export interface ForeignOptions {
  /** The domain whose account and Region the events name; by default the example domain. */
  readonly domain?: Domain;
  /**
   * The state of the rule. It decides whether read-only calls (`Get…`, `List…`, `Describe…`) are delivered too; not
   * with the default `ENABLED`.
   */
  readonly state?: RuleState;
}

const ruleStates: readonly RuleState[] = ['ENABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'];

/** The state of an enabled rule (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html). */
export type RuleState = 'ENABLED' | 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';

/** An event of the source `aws.cases` that is not a case event. */
export interface ForeignEvent {
  /** The version of the envelope. */
  version: string;
  /** The id that EventBridge gave the event. */
  id: string;
  /** The kind of event, such as `AWS API Call via CloudTrail`. */
  'detail-type': string;
  /** The sender, the only member that a rule on `source` checks. */
  source: 'aws.cases';
  /** The AWS account: 12 digits. */
  account: string;
  /** When it was sent: an instant in ISO 8601, UTC, to the second. */
  time: string;
  /** The AWS Region. */
  region: string;
  /** ARNs; empty for a CloudTrail call. */
  resources: string[];
  /** No detail of a case or related item. */
  detail: Record<string, unknown>;
}

/**
 * The other events of a rule on `source` alone: CloudTrail's records of Cases API calls, and unknown event types
 * (https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-cases.html, documented).
 * @throws InvalidArgumentError for unknown options
 */
export function foreignEvents(options: ForeignOptions = {}): Arbitrary<ForeignEvent> {
  requireKnownKeys('options', options, ['domain', 'state']);
  const domain = options.domain === undefined ? exampleDomain : requireDomain(options.domain);
  const state = requireOneOf('options.state', options.state ?? 'ENABLED', ruleStates);
  const names = state === 'ENABLED' ? calls : [...calls, ...readOnlyCalls];
  return fc.oneof(drawCloudTrailCalls(domain, names), drawUnknownTypes(domain));
}

function drawCloudTrailCalls(domain: Domain, names: readonly string[]): Arbitrary<ForeignEvent> {
  const call = fc.record({ number: fc.nat(), eventName: fc.constantFrom(...names), failed: fc.boolean() });
  return call.map((drawn) => ({
    ...makeEnvelope(domain, drawn.number, 'AWS API Call via CloudTrail', []),
    detail: makeCloudTrailRecord(domain, drawn),
  }));
}

const unknownTypes = ['CASE.MERGED', 'CASE.REOPENED', 'TEMPLATE.UPDATED', 'RELATED_ITEM.LINKED'];

function drawUnknownTypes(domain: Domain): Arbitrary<ForeignEvent> {
  const event = fc.record({ number: fc.nat(), eventType: fc.constantFrom(...unknownTypes), bare: fc.boolean() });
  return event.map(({ number, eventType, bare }) => ({
    ...makeEnvelope(domain, number, 'Amazon Connect Cases Change', [
      makeDomainArn(domain),
      makeCaseArn(domain, sampleIds.case),
    ]),
    detail: {
      version: '0',
      eventType,
      approximateChangeTime: makeIsoInstant(number),
      ...(bare ? {} : { subject: { id: makeUuid(number) } }),
    },
  }));
}

function makeEnvelope(
  domain: Domain,
  number: number,
  detailType: string,
  resources: string[],
): Omit<ForeignEvent, 'detail'> {
  return {
    version: '0',
    id: makeUuid(number, 9),
    'detail-type': detailType,
    source: 'aws.cases',
    account: domain.accountId,
    time: makeIsoSecond(number),
    region: domain.region,
    resources,
  };
}

/** A copy with the ids of an identity: EventBridge gives each event one id, and CloudTrail each record two. */
export function identifyForeign(event: ForeignEvent, identity: Identity): ForeignEvent {
  const ofRecord =
    'eventID' in event.detail ? { requestID: deriveId(identity, 1), eventID: deriveId(identity, 2) } : {};
  return { ...event, id: deriveId(identity, 0), detail: { ...event.detail, ...ofRecord } };
}
