import type { CasesEvent } from '../event/casesEvent.ts';
import { entrySize } from '../event/entrySize.ts';
import { type Invariant, makeInvariant, reportUnless } from './invariant.ts';

/** The EventBridge entry of an event is no larger than a limit in bytes. */
export function makeSizeInvariant(ceiling: number): Invariant {
  return makeInvariant(`an entry has at most ${formatBytes(ceiling)}`, 'size', (event) => {
    const size = measureSize(event);
    if (size === undefined) {
      return reportUnless(
        false,
        ['detail'],
        'what JSON cannot carry (a bigint, a cycle)',
        'values that JSON can carry',
      );
    }
    return reportUnless(size <= ceiling, [], `an entry of ${formatBytes(size)}`, `at most ${formatBytes(ceiling)}`);
  });
}

function measureSize(event: CasesEvent): number | undefined {
  try {
    return entrySize(event);
  } catch {
    return undefined;
  }
}

function formatBytes(count: number): string {
  return `${count.toLocaleString('en')} bytes`;
}
