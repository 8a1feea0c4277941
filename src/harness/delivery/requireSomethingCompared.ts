import { warn } from '../../../model/platform/realProcess.ts';
import { describeBetween } from '../targetInput/describeBetween.ts';
import type { DeliveryRun } from './deliveryRun.ts';

/** The number of deliveries after which every event kind has occurred. */
const TELLING_RUNS = 20;

/**
 * Requires that what is observed depends on some event: otherwise every handler would pass. It only warns if the time of
 * the test ended before every event kind had occurred.
 * @throws Error if what is observed depends on no event
 */
export function requireSomethingCompared(run: DeliveryRun): void {
  const { contracts, options, oracle, transport, first, passed } = run;
  const { observe, runs } = options;
  if (oracle.showsWork) return;
  if (contracts.every(({ reads }) => reads.length === 0)) return;
  const [{ consumer }] = contracts;
  const between = transport === undefined ? [] : describeBetween(transport, first);
  const early = ['Does the handler return early, or not recognize the records?', ...between].join(' ');
  const fault =
    observe === undefined
      ? `${consumer}: nothing that you observe depends on any event: the handler calls no watched function with success. Does downstream watch what the handler calls? ${early}`
      : `${consumer}: nothing that you observe depends on any event: options.observe returns the same after each delivery as before any event. Does it show what the handler stores? ${early}`;
  if (passed >= Math.min(runs, TELLING_RUNS)) throw new Error(fault);
  warn(fault);
}
