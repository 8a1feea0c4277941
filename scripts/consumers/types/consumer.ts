// Type-checked only: typical code of a consumer, and mistakes that must be compile errors, in every resolution.
import type { EventBridgeEvent } from 'aws-lambda';
import {
  type CasesEvent,
  type Contract,
  ContractViolation,
  contractsFor,
  defineDomain,
  type EventOf,
  entrySize,
  type Handler,
  InvalidArgumentError,
  ignored,
  verify,
} from 'connect-cases-contracts';
import { caseUpdated, domains, events, foreignEvents, malformedEvents } from 'connect-cases-contracts/arbitraries';
import { deliveryTo } from 'connect-cases-contracts/infrastructure';
import { type EventPattern, eventPattern, type LeafMismatch } from 'connect-cases-contracts/rules';
import { caseEventSchema, fieldsOf, parseCaseEvent, readingsOf } from 'connect-cases-contracts/schema';
import * as fc from 'fast-check';

export const domain = defineDomain({
  region: 'eu-central-1',
  accountId: '444455556666',
  domainId: '7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10',
  fields: {
    refundAmount: { id: '1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21', type: 'Number' },
    priority: { id: '4fae6b7c-950b-4b4c-8d5e-0a6f1b3c8e54', type: 'SingleSelect', options: ['low', 'urgent'] },
  },
  includedData: { fields: ['status', 'refundAmount'], relatedItemContent: true },
});

const rest = {
  'CASE.DELETED': ['case.caseId'],
  'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored },
  'RELATED_ITEM.UPDATED': ignored,
  'RELATED_ITEM.DELETED': ['relatedItem.relatedItemId'],
} as const;

export const contracts: readonly Contract[] = contractsFor(
  'refunds',
  { 'CASE.CREATED': ['case.fields.status', '$.time'], 'CASE.UPDATED': ['case.fields.refundAmount'], ...rest },
  { domain },
);

// @ts-expect-error priority is not included in the event stream
contractsFor('refunds', { 'CASE.CREATED': ['case.fields.priority'], 'CASE.UPDATED': ignored, ...rest }, { domain });
// @ts-expect-error a misspelt path
contractsFor('refunds', { 'CASE.CREATED': ['case.caseID'], 'CASE.UPDATED': ignored, ...rest }, { domain });
// @ts-expect-error a table without CASE.UPDATED
contractsFor('refunds', { 'CASE.CREATED': ignored, ...rest }, { domain });
// @ts-expect-error no type of field
defineDomain({ ...domain, fields: { amount: { id: 'amount', type: 'Money' } } });

interface Narrow {
  detail: { case: { caseId: string } };
}
const narrow = async (event: Narrow): Promise<string> => event.detail.case.caseId;
const bridge = async (event: EventBridgeEvent<string, { eventType: string }>): Promise<void> => {
  event.detail.eventType.trim();
};
export const handlers: readonly Handler[] = [narrow, bridge, () => undefined];

export async function all(): Promise<void> {
  for (const contract of contracts) {
    await verify(contract, narrow, { runs: 10, seed: 1, ambiguities: 'fail', reset: async () => {}, foreign: true });
    // @ts-expect-error an unknown option
    await verify(contract, bridge, { run: 10 });
  }
}

const amount = domain.fields.refundAmount.id;
const [, updated] = contractsFor('refunds', { 'CASE.CREATED': ignored, 'CASE.UPDATED': ignored, ...rest }, { domain });
void verify(updated, async (event) => event.detail.case.fields?.[amount]?.value.doubleValue?.toFixed(2));
// @ts-expect-error the value of a Number is no text
void verify(updated, async (event) => event.detail.case.fields?.[amount]?.value.stringValue.length);
export const refund = (event: EventOf<typeof domain, 'CASE.UPDATED'>): number =>
  fieldsOf(event, domain).refundAmount ?? 0;
export const body = ({ detail }: EventOf<typeof domain>): string => detail.relatedItem?.comment?.body ?? '';

export const arbitrary: fc.Arbitrary<CasesEvent> = events({ domain, class: 'edge', bytes: { max: 262_144 } });
fc.assert(
  fc.property(
    caseUpdated({ domain }),
    domains(),
    foreignEvents(),
    malformedEvents(),
    (event, other, foreign, malformed) => {
      const id: string = event.detail.case.caseId;
      const readings: object = readingsOf(event);
      const names = [other.domainId, foreign['detail-type'], typeof malformed, typeof readings];
      return id.length > 0 && names.length > 0 && entrySize(event) > 0 && parseCaseEvent(event).id === event.id;
    },
  ),
);
// @ts-expect-error no class
events({ class: 'typcal' });

export const parsed: boolean = caseEventSchema.safeParse({}).success;
export function seedOf(error: unknown): number | undefined {
  return error instanceof ContractViolation ? error.replay?.seed : undefined;
}
export const wrong: boolean = new Error('') instanceof InvalidArgumentError;

export const rule: EventPattern = eventPattern({ source: ['aws.cases'] });
export const missed: readonly LeafMismatch[] = rule.explain({ source: 'aws.s3' });
export const whyMissed: string | undefined = missed[0]?.fact?.states ?? missed[0]?.text;
// @ts-expect-error a pattern is an object or its JSON text
eventPattern(5);
const delivery = deliveryTo('template.yaml', 'Refunds', { parameters: { Stage: 'dev' }, domain });
export const viaTemplate: Handler = delivery.via(async ({ Records }) => Records.map(({ body }) => body));
for (const contract of contracts) void verify(contract, viaTemplate);
export const faults: readonly string[] = delivery.findings.map(({ what, fact }) => `${what} (${fact.link})`);
// @ts-expect-error: no option of this name
deliveryTo('template.yaml', 'Refunds', { parameter: {} });
