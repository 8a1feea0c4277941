import type { EventBridgeEvent } from 'aws-lambda';

/**
 * The members of a Cases event that this service reads. Any of them may be absent: a queue takes messages from any
 * permitted sender.
 */
export interface CasesDetail {
  readonly eventType?: string;
  readonly approximateChangeTime?: string;
  readonly changedFieldIds?: readonly string[];
  readonly performedBy?: PerformedBy;
  readonly case?: CaseDetail;
  readonly relatedItem?: RelatedItemDetail;
}

/** Who made the change: a user by ARN or another entity; no user if a role made it. */
export interface PerformedBy {
  readonly user?: { readonly userArn?: string; readonly customEntity?: string };
  readonly iamPrincipalArn?: string;
}

/** The case after the change, with the configured fields that have a value. */
export interface CaseDetail {
  readonly caseId?: string;
  readonly fields?: CaseFields;
}

/** Field values by field id. */
export type CaseFields = Readonly<Record<string, { readonly value?: FieldValue } | undefined>>;

/** Exactly one of these members is present. */
export interface FieldValue {
  readonly stringValue?: string;
  readonly doubleValue?: number;
  readonly booleanValue?: boolean;
  readonly userArnValue?: string;
}

/** A related item; this service knows comments. */
export interface RelatedItemDetail {
  readonly relatedItemType?: string;
  readonly relatedItemId?: string;
  readonly caseId?: string;
  readonly createdDateTime?: string;
  readonly comment?: { readonly body?: string };
}

/** An event of the source `aws.cases`, as EventBridge passes it to a function. */
export type CasesEvent = EventBridgeEvent<string, CasesDetail>;
