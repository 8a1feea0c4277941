import type { EventBridgeEvent, EventBridgeHandler, Handler as LambdaHandler } from 'aws-lambda';
import type { CasesEvent, CaseUpdatedEvent } from '../../../src/event/casesEvent.ts';
import type { Handler } from '../../../src/harness/runHandler.ts';

// What the compiler holds: `verify` takes handlers however they are typed.

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

test('handlers of narrower events and of EventBridgeEvent are taken', () => {
  expect(handlers.every((handler) => typeof handler === 'function')).toBe(true);
});

test('what is no function is not', () => {
  // @ts-expect-error an object is no handler
  const handler: Handler = { handle: typed };
  expect(typeof handler).toBe('object');
});
