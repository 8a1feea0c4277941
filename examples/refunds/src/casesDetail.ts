import type { EventBridgeEvent } from 'aws-lambda';

/**
 * What this service reads of a Cases event. Nothing of it is certain to be there: the rule that invokes the function
 * also delivers other events of the same source.
 */
export interface CasesDetail {
  readonly eventType?: string;
  readonly approximateChangeTime?: string;
  readonly changedFieldIds?: readonly string[];
  readonly performedBy?: PerformedBy;
  readonly case?: CaseDetail;
  readonly relatedItem?: RelatedItemDetail;
}

/** Who made the change; a user is an ARN or another entity, and is missing when a role made it. */
export interface PerformedBy {
  readonly user?: { readonly userArn?: string; readonly customEntity?: string };
  readonly iamPrincipalArn?: string;
}

/** The case after the change, with those configured fields that have a value. */
export interface CaseDetail {
  readonly caseId?: string;
  readonly fields?: CaseFields;
}

/** Field values by field id. */
export type CaseFields = Readonly<Record<string, { readonly value?: FieldValue } | undefined>>;

/** One of these members is there. */
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

/** An event of the source `aws.cases`, as EventBridge hands it to a function. */
export type CasesEvent = EventBridgeEvent<string, CasesDetail>;
