import { fixture } from '../../../arbitraries/fixture.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { EventType } from '../../../model/facts/eventTypes.ts';
import type { Handler } from '../../../src/harness/lambda/runHandler.ts';
import type { DeployedDelivery } from '../../../src/infrastructure/deliveryTo.ts';

/** An event of a type. */
export function eventFor(type: EventType): object {
  return fixture(type, { domain: exampleDomain, seed: 1 });
}

/** What a function gets for some events, one after the other, with an answer that every transport takes. */
export async function received(
  { via }: Pick<DeployedDelivery, 'via'>,
  ...events: readonly object[]
): Promise<readonly Any[]> {
  const inputs: Any[] = [];
  const handler: Handler = via(async (input: Any) => {
    inputs.push(input);
    return { records: input.records?.map(({ recordId }: Any) => ({ recordId, result: 'Dropped' })) };
  });
  for (const event of events) await (handler as (event: object, context: object) => unknown)(event, {});
  return inputs;
}

// biome-ignore lint/suspicious/noExplicitAny: an invocation event of any transport
export type Any = any;
