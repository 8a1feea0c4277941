import type { CasesEvent } from '../event/casesEvent.ts';
import { entrySize } from '../event/entrySize.ts';
import { type Invariant, invariant, unless } from './invariant.ts';

/** The EventBridge entry of an event is no larger than a limit in bytes. */
export function sizeInvariant(ceiling: number): Invariant {
  return invariant(`an entry has at most ${bytes(ceiling)}`, 'size', (event) => {
    const size = measureSize(event);
    if (size === undefined) {
      return unless(false, ['detail'], 'what JSON cannot carry (a bigint, a cycle)', 'values that JSON can carry');
    }
    return unless(size <= ceiling, [], `an entry of ${bytes(size)}`, `at most ${bytes(ceiling)}`);
  });
}

function measureSize(event: CasesEvent): number | undefined {
  try {
    return entrySize(event);
  } catch {
    return undefined;
  }
}

function bytes(count: number): string {
  return `${count.toLocaleString('en')} bytes`;
}
