import type { DeliveryRun } from './deliveryRun.ts';

/** The number of deliveries after which every event kind has occurred. */
const TELLING_RUNS = 20;

/** @throws Error if what is observed depends on no event: every handler would pass */
export function requireSomethingCompared({ contracts, options: { observe }, oracle, passed }: DeliveryRun): void {
  if (passed < TELLING_RUNS || oracle.showsWork) return;
  if (contracts.every(({ reads }) => reads.length === 0)) return;
  const [{ consumer }] = contracts;
  throw new Error(
    observe === undefined
      ? `${consumer}: nothing that you observe depends on any event: the handler calls no watched function with success. Does downstream watch what the handler calls? Does the handler return early, or not recognize the records?`
      : `${consumer}: nothing that you observe depends on any event: options.observe returns the same after each delivery as before any event. Does it show what the handler stores? Does the handler return early, or not recognize the records?`,
  );
}
