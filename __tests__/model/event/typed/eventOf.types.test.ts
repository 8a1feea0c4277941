import type { EventBridgeEvent } from 'aws-lambda';
import { events } from '../../../../arbitraries/events.ts';
import { fixture } from '../../../../arbitraries/fixture.ts';
import type { Contract, Contracts } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { type Domain, defineDomain } from '../../../../model/domain/domain.ts';
import type {
  CaseFields,
  CasesEvent,
  CaseUpdatedEvent,
  RelatedItemDetail,
} from '../../../../model/event/casesEvent.ts';
import type { EventOf } from '../../../../model/event/typed/eventOf.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

// What the compiler checks: `tsc` fails on an `@ts-expect-error` before a line without an error. Nothing here is
// called.

const amount = '1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21';
const place = { region: 'eu-central-1', accountId: '444455556666', domainId: 'd' } as const;
const domain = defineDomain({
  ...place,
  fields: {
    refundAmount: { id: amount, type: 'Number' },
    priority: { id: 'p', type: 'SingleSelect', options: ['low', 'urgent'] },
    approver: { id: 'a', type: 'User' },
    done: { id: 'd', type: 'Boolean' },
    internalNote: { id: 'n', type: 'Text' },
  },
  includedData: { fields: ['status', 'refundAmount', 'priority', 'approver', 'done'], relatedItemContent: true },
});
const bare = defineDomain(place);

type Updated = EventOf<typeof domain, 'CASE.UPDATED'>;
type Equal<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

function fields({ detail }: Updated): void {
  detail.eventType satisfies 'CASE.UPDATED';
  detail.case.fields?.[amount]?.value.doubleValue satisfies number | undefined;
  detail.case.fields?.[domain.fields.done.id]?.value.booleanValue satisfies boolean | undefined;
  detail.case.fields?.status?.value.stringValue satisfies string | undefined;
  const options: Equal<'low' | 'urgent' | (string & {}) | undefined, string | undefined> = false;
  void options;
  const user = detail.case.fields?.a?.value;
  // Both readings of a User field.
  (user?.userArnValue ?? user?.stringValue) satisfies string | undefined;
  if (user?.userArnValue !== undefined) user.stringValue satisfies undefined;
  // @ts-expect-error AWS may leave out all fields
  detail.case.fields.status;
  // @ts-expect-error AWS may leave out each field
  detail.case.fields?.status.value;
  // @ts-expect-error the value of a Number is in another member
  detail.case.fields?.[amount]?.value.stringValue.length;
  // @ts-expect-error a field that the domain defines but does not include
  detail.case.fields?.n;
  // @ts-expect-error a name of the domain is no id
  detail.case.fields?.refundAmount;
  // @ts-expect-error a case event has no related item
  detail.relatedItem.caseId;
  const ofAnyId: CaseFields = detail.case.fields ?? {};
  void ofAnyId['any id']?.value.doubleValue;
}

function users({ detail: { performedBy } }: Updated): string {
  // @ts-expect-error AWS may leave out who made the change
  performedBy.iamPrincipalArn;
  const user = performedBy?.user;
  if (user === undefined) return 'nobody';
  return user.userArn === undefined ? user.customEntity : user.userArn;
}

function items({ detail: { relatedItem } }: EventOf<typeof domain, 'RELATED_ITEM.CREATED'>): void {
  relatedItem.comment?.body satisfies string | undefined;
  if (relatedItem.sla !== undefined) {
    relatedItem.comment satisfies undefined;
    relatedItem.sla.slaConfiguration.name satisfies string;
    relatedItem.relatedItemType satisfies 'Sla' | 'sla';
  }
  if (relatedItem.relatedItemType === 'comment') relatedItem.contact satisfies undefined;
  if (relatedItem.relatedItemType === 'connect') relatedItem.connectCase?.caseId satisfies string | undefined;
  // A type that AWS adds.
  if (relatedItem.relatedItemType === 'Survey') relatedItem.comment satisfies undefined;
  // @ts-expect-error AWS may leave out the content
  relatedItem.comment.body;
  relatedItem satisfies RelatedItemDetail;
}

function unions(either: EventOf<typeof domain, 'CASE.CREATED' | 'CASE.DELETED'>, any: EventOf<typeof domain>): void {
  const types: Equal<typeof either.detail.eventType, 'CASE.CREATED' | 'CASE.DELETED'> = true;
  void types;
  either.detail.case.fields?.[amount]?.value.doubleValue satisfies number | undefined;
  if (any.detail.case !== undefined) any.detail.case.fields?.[amount]?.value.doubleValue satisfies number | undefined;
  else any.detail.relatedItem.relatedItemId satisfies string;
  if (any.detail.eventType === 'CASE.RELATED_ITEM.DELETED') any.detail.case satisfies undefined;
  // @ts-expect-error not every event has a case
  any.detail.case.caseId;
  any satisfies CasesEvent;
  either satisfies EventBridgeEvent<string, { eventType: string }>;
  // @ts-expect-error no event type
  void (any as unknown as EventOf<typeof domain, 'CASE.CLOSED'>);
}

function configurations(
  metadata: EventOf<typeof bare, 'CASE.UPDATED'>,
  item: EventOf<typeof bare, 'RELATED_ITEM.UPDATED'>,
  unknown: EventOf<Domain, 'CASE.UPDATED'>,
): void {
  // @ts-expect-error the domain includes no fields
  metadata.detail.case.fields?.status;
  // @ts-expect-error the domain includes no contents
  item.detail.relatedItem.comment?.body;
  unknown satisfies CaseUpdatedEvent;
  unknown.detail.case.fields?.status?.value.stringValue satisfies string | undefined;
}

/** Handlers written inside the call get the events of their contract. */
function inline(): void {
  const contracts = contractsFor('refunds', ignoringAll, { domain });
  const [created, updated, deleted, item] = contracts;
  void verify(created, async (event) => event.detail.case.caseId satisfies string);
  void verify(
    updated,
    async ({ detail }) => detail.case.fields?.[amount]?.value.doubleValue satisfies number | undefined,
  );
  void verify(deleted, (event, { awsRequestId }, callback) => callback(null, event.detail.eventType + awsRequestId));
  void verify(item, async (event) => event.detail.relatedItem.relatedItemId satisfies string);
  // @ts-expect-error no event of a related item has a case
  void verify(item, async (event) => event.detail.case.caseId);
  // @ts-expect-error a misspelt member
  void verify(updated, async (event) => event.detail.case.caseID);
  for (const contract of contracts) {
    void verify(contract, async ({ detail }) => detail.case?.caseId ?? detail.relatedItem?.caseId);
    // @ts-expect-error not every contract is about a case
    void verify(contract, async (event) => event.detail.case.caseId);
    if (contract.eventType === 'CASE.UPDATED') void verify(contract, async (event) => event.detail.case.caseId);
  }
  void verifyDelivery(
    contracts,
    async ({ detail }) => detail.case?.fields?.[amount]?.value.doubleValue satisfies number | undefined,
    { reset: () => undefined, observe: () => undefined },
  );
  // @ts-expect-error a delivery has events of all types
  void verifyDelivery(contracts, ({ detail }) => detail.case.caseId, { reset: () => 0, observe: () => 0 });
  void verifyDelivery(contracts.slice(), ({ id }) => id, { reset: () => 0, observe: () => 0 });
  const narrower = async ({ detail }: EventOf<typeof domain, 'CASE.UPDATED'>): Promise<string> => detail.case.caseId;
  const bridge = async ({ detail }: EventBridgeEvent<string, { eventType: string }>): Promise<string> =>
    detail.eventType;
  for (const contract of contracts) {
    void verify(contract, narrower);
    void verify(contract, bridge);
  }
  const general: readonly Contract[] = contracts;
  for (const contract of general) void verify(contract, async (event) => event.detail.case?.fields?.status);
  const typed: Contracts<typeof domain> = contracts;
  void typed;
  // Without a domain, any field may come.
  const [withoutDomain] = contractsFor('refunds', ignoringAll);
  void verify(withoutDomain, async (event) => event.detail.case.fields?.status?.value.stringValue);
}

test('the compiler accepts and refuses the handlers above', () => {
  const checked = [fields, users, items, unions, configurations, inline];
  expect(checked.map((held) => typeof held)).toEqual(checked.map(() => 'function'));
});

test('fixtures are events of their domain', () => {
  const event: Updated = fixture('CASE.UPDATED', { domain, seed: 1, set: { 'case.fields.refundAmount': 5 } });
  expect(event.detail.case.fields?.[amount]?.value.doubleValue).toBe(5);
  expect(typeof events).toBe('function');
});
