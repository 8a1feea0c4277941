import type { tags } from 'typia';

type Uuid = string & tags.Format<'uuid'>;
type Instant = string & tags.Format<'date-time'>;
type Text<Shortest extends number, Longest extends number> = string &
  tags.MinLength<Shortest> &
  tags.MaxLength<Longest>;

/** The strict schema of `strictSchema.mjs` as a type. Its fields are a list, because typia cannot count properties. */
export interface CaseUpdated<Fields extends number, Characters extends number> {
  version: '0';
  id: Uuid;
  'detail-type': 'Amazon Connect Cases Change';
  source: 'aws.cases';
  account: '111122223333';
  time: Instant;
  region: 'us-east-1';
  detail: {
    version: '0';
    eventType: 'CASE.UPDATED';
    approximateChangeTime: Instant;
    changedFieldIds: Uuid[] & tags.MinItems<1> & tags.MaxItems<1>;
    performedBy: { user: { userArn: Text<60, 120> }; iamPrincipalArn: Text<40, 80> };
    case: {
      caseId: Uuid;
      templateId: Uuid;
      createdDateTime: Instant;
      fields: { id: Uuid; value: { stringValue: Text<Characters, Characters> } }[] &
        tags.MinItems<Fields> &
        tags.MaxItems<Fields>;
    };
  };
}
