import type { Discrepancy } from './discrepancy.ts';
import { NotJson } from './notJson.ts';

const LONGEST = 40;

/** The received value of a discrepancy, if JSON cannot hold it, such as `NaN`. */
export function describeNonJson(discrepancy: Discrepancy | undefined): string | undefined {
  const received = discrepancy?.received;
  if (!(received instanceof NotJson)) return undefined;
  return received.text.length > LONGEST ? 'a value that is not JSON' : received.text;
}
