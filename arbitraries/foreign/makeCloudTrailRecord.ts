import type { Domain } from '../../model/domain/domain.ts';
import { makeCaseArn, makeDomainArn } from '../../model/values/arns.ts';
import { makeUuid } from '../../model/values/identifiers.ts';
import { makeIsoSecond, pick } from '../values/makeTypicalValues.ts';

/** A call of the Cases API in a CloudTrail record. */
export interface ApiCall {
  /** The number that determines its ids, time and caller. */
  readonly number: number;
  readonly eventName: string;
  /** Whether AWS refused the call. */
  readonly failed: boolean;
}

/** Calls that every rule delivers; for `Get…`, `List…` and `Describe…` see {@link readOnlyCalls}. */
export const calls = [
  'CreateCase',
  'UpdateCase',
  'DeleteCase',
  'SearchCases',
  'CreateRelatedItem',
  'DeleteRelatedItem',
  'PutCaseEventConfiguration',
  'BatchGetField',
] as const;

/**
 * Calls that only a rule in the state ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS delivers
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html, documented).
 */
export const readOnlyCalls = ['GetCase', 'GetDomain', 'ListFields', 'ListDomains'] as const;

/**
 * CloudTrail's record of a call, with every member that AWS always writes
 * (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html,
 * documented).
 */
export function makeCloudTrailRecord(domain: Domain, { number, eventName, failed }: ApiCall): Record<string, unknown> {
  const { accountId, region, domainId } = domain;
  const reads = /^(Get|List|Search|BatchGet)/.test(eventName);
  return {
    eventType: 'AwsApiCall',
    eventName,
    eventSource: 'cases.amazonaws.com',
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROAEXAMPLE:${makeUuid(number, 14).slice(0, 8)}`,
      arn: `arn:aws:sts::${accountId}:assumed-role/Refunds/refunds`,
      accountId,
    },
    eventTime: makeIsoSecond(number),
    awsRegion: region,
    sourceIPAddress: `192.0.2.${number % 256}`,
    userAgent: pick(userAgents, number),
    requestParameters: { domainId },
    responseElements: reads || failed ? null : { caseArn: makeCaseArn(domain, makeUuid(number, 15)) },
    requestID: makeUuid(number, 16),
    eventID: makeUuid(number, 17),
    readOnly: reads,
    resources: [{ accountId, type: 'AWS::Cases::Domain', ARN: makeDomainArn(domain) }],
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: 'Management',
    ...(failed ? { errorCode: 'AccessDeniedException', errorMessage: 'not authorized' } : {}),
  };
}

const userAgents = ['connect.amazonaws.com', 'aws-sdk-js/3.1138.0', 'aws-cli/2.31.0', 'Boto3/1.40.0'];
