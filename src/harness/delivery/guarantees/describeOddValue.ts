import type { Discrepancy } from '../observation/discrepancy.ts';
import { NotJson } from '../observation/notJson.ts';

const LONGEST = 40;

/** What JSON does not carry, such as `NaN`, if that is what differs. */
export function describeOddValue(discrepancy: Discrepancy | undefined): string | undefined {
  const received = discrepancy?.received;
  if (!(received instanceof NotJson)) return undefined;
  return received.text.length > LONGEST ? 'a value that is not JSON' : received.text;
}
