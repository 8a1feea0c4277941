import type { Domain } from '../../../../model/domain/domain.ts';
import { formatSection } from '../../failure/failureLines.ts';
import { makePoison } from '../faults/poison.ts';
import type { GuaranteeViolation } from '../guarantees/guarantee.ts';
import { limitLines } from './listCallLines.ts';

/** The poisoned records, one per line, unless the calls show them in full. */
export function writePoisonSection({ calls }: GuaranteeViolation, domain: Domain): string[] {
  const poisons = calls.flatMap(({ arrivals }) =>
    arrivals.flatMap((arrival) => ('poison' in arrival ? [makePoison(arrival, domain)] : [])),
  );
  const lines = [...new Set(poisons.flatMap(({ line }) => line ?? []))];
  return lines.length === 0
    ? []
    : formatSection(`The poisoned record${lines.length === 1 ? '' : 's'}`, limitLines(lines));
}
