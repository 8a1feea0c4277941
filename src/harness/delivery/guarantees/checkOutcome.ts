import type { Breach, Round } from './guarantee.ts';

/** The check of every guarantee that requires the expected outcome: nothing fails, and nothing differs. */
export function checkOutcome({ failed, discrepancy }: Pick<Round, 'discrepancy' | 'failed'>): Breach | undefined {
  return failed !== undefined || discrepancy !== undefined ? {} : undefined;
}
