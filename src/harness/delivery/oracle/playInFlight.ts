import { cutIntoBatches } from '../faults/arrivals.ts';
import type { Delivery } from '../faults/deliveryArbitrary.ts';
import type { Round } from '../guarantees/guarantee.ts';
import type { PlayedDelivery } from '../play/playedDelivery.ts';
import { compareOutcome } from './compareOutcome.ts';
import type { Deliverer } from './deliverer.ts';
import { findDoubled } from './findDoubled.ts';

/** The orders tried for one event; fewer for more events, so that a short history can show a long one's fault. */
const ORDERS = 40;

/** Plays a delivery with two batches in flight, if asked for: in several orders, if calls are watched. */
export async function* playInFlight(
  { interleaving: first }: Delivery,
  round: Omit<Round, 'kind' | 'seen'>,
  clean: PlayedDelivery,
  { deliver, mask, target: { downstream } }: Deliverer,
  { concurrency: atOnce }: { readonly concurrency: 1 | 2 },
): AsyncGenerator<Round> {
  if (atOnce === 1) return;
  const { history, arrivals, batchSize, expected } = round;
  const orders = downstream === undefined ? 1 : Math.ceil(ORDERS / history.length);
  for (let order = first; order < first + orders; order++) {
    const seen = await deliver(history, cutIntoBatches(arrivals, batchSize), { atOnce, order });
    const doubled = findDoubled(clean, seen, mask);
    yield { ...round, kind: 'inFlight', seen, doubled, ...compareOutcome(expected, seen) };
  }
}
