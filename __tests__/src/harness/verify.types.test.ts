import type { EventBridgeEvent, EventBridgeHandler, Handler as LambdaHandler } from 'aws-lambda';
import { fixture } from '../../../arbitraries/fixture.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { CasesEvent, CasesUser, CaseUpdatedEvent, FieldValue } from '../../../model/event/casesEvent.ts';
import { verifyDelivery } from '../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../src/harness/lambda/runHandler.ts';
import { verify } from '../../../src/harness/verify.ts';

// What the compiler checks: `verify` accepts handlers of many types.

interface Detail {
  readonly eventType: string;
  readonly case?: { readonly caseId: string };
}

const typed: EventBridgeHandler<'Amazon Connect Cases Change', Detail, void> = async ({ detail }) => void detail.case;
const general: LambdaHandler<EventBridgeEvent<string, Detail>, string> = async ({ id }) => id;

const handlers: readonly Handler[] = [
  typed,
  general,
  (event: CasesEvent) => event.id,
  (event: CaseUpdatedEvent) => event.detail.case.caseId,
  async (event: { readonly detail: { readonly eventType: string } }) => event.detail.eventType,
  (event: EventBridgeEvent<string, unknown>, context: { readonly awsRequestId: string }) => [
    event.id,
    context.awsRequestId,
  ],
  () => undefined,
];

test('handlers of narrower events and of EventBridgeEvent compile', () => {
  expect(handlers.every((handler) => typeof handler === 'function')).toBe(true);
});

test('a value that is not a function does not compile', () => {
  // @ts-expect-error an object is not a handler
  const handler: Handler = { handle: typed };
  expect(typeof handler).toBe('object');
});

/** What the compiler checks in handlers written inside the call. Nothing here is called. */
function inline(contract: Contract, contracts: readonly Contract[]): void {
  const seed: number | undefined = contracts.length > 1 ? 7 : undefined;
  const replay: { seed?: number | undefined; path?: string | undefined } = { seed };
  void verify(
    contract,
    async ({ id, detail }, { awsRequestId }) => `${id} ${detail.eventType} ${awsRequestId}`,
    replay,
  );
  void verify(contract, (event, _context, callback) => callback(undefined, event['detail-type']), {
    seed,
    dir: undefined,
  });
  void verifyDelivery(contracts, ({ detail }) => ('case' in detail ? detail.case.caseId : detail.relatedItem.caseId), {
    reset: () => undefined,
    observe: () => undefined,
    runs: seed,
  });
  // @ts-expect-error no member of that name
  void verify(contract, ({ details }) => details);
}

test('a value and a user are unions by member, and a check of a member narrows them', () => {
  const read = ({ stringValue, doubleValue }: FieldValue): string | number | undefined => stringValue ?? doubleValue;
  const name = (user: CasesUser): string => (user.userArn === undefined ? user.customEntity : user.userArn);
  expect([read({ stringValue: 'a' }), read({ doubleValue: 1 }), read({ booleanValue: true })]).toEqual([
    'a',
    1,
    undefined,
  ]);
  expect([name({ userArn: 'u' }), name({ customEntity: 'c' })]).toEqual(['u', 'c']);
  // @ts-expect-error two members
  const two: FieldValue = { stringValue: 'a', doubleValue: 1 };
  expect([two, typeof inline]).toHaveLength(2);
});

test('an event of ours has the detail-type that handlers expect', () => {
  const handler: EventBridgeHandler<'Amazon Connect Cases Change', unknown, void> = async () => undefined;
  const event: Parameters<typeof handler>[0] = fixture('CASE.UPDATED');
  expect(event['detail-type']).toBe('Amazon Connect Cases Change');
});
