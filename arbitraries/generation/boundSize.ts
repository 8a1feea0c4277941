import { entrySize } from '../../model/event/entrySize.ts';
import type { EventClass } from '../../model/event/eventClasses.ts';
import { limits } from '../../model/facts/limits.ts';
import { samplePlan } from '../plan/plan.ts';
import { bytesPerCodePoint } from '../values/textPool.ts';
import type { EventKind } from '../variations/eventKind.ts';
import { build } from './build.ts';
import { EDGES_AT_ONCE } from './drawPlan.ts';

const bounds = new WeakMap<EventKind, number>();

/** A maximum entry size in bytes for unpadded events of an event kind and class: most events then need no measuring. */
export function boundSize(kind: EventKind, eventClass: EventClass): number {
  let bound = bounds.get(kind);
  if (bound === undefined) {
    // Every id of the sample may be listed in changedFieldIds, too.
    bound = 2 * entrySize(build(samplePlan(kind))) + SUMMARY + kind.points.length * TYPICAL;
    bounds.set(kind, bound);
  }
  return eventClass === 'edge' || eventClass === 'limit' ? bound + EDGES_AT_ONCE * LONGEST : bound;
}

/** A typical value has fewer bytes than this; a summary has several sentences. */
const TYPICAL = 300;
const SUMMARY = 1000;
/** The longest text: a comment of surrogate pairs. Only class `limit` has one of escapes. */
const LONGEST = limits.commentBody * bytesPerCodePoint.fourBytes;
