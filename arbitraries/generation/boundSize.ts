import { entrySize } from '../../model/event/entrySize.ts';
import type { EventClass } from '../../model/event/eventClasses.ts';
import { limits } from '../../model/facts/limits.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { makeSamplePlan } from '../plan/plan.ts';
import { bytesPerCodePoint } from '../values/textPool.ts';
import type { EventKind } from '../variations/eventKind.ts';
import { build } from './build.ts';
import { EDGES_AT_ONCE } from './drawPlan.ts';

/** An upper bound of the entry size of events without padding, in bytes. It saves measuring most of them. */
export function boundSize(kind: EventKind, eventClass: EventClass): number {
  const bound = boundTypicalSize(kind);
  return eventClass === 'edge' || eventClass === 'limit' ? bound + EDGES_AT_ONCE * LONGEST : bound;
}

/** The most bytes of a typical value. Only a summary has more, because it has several sentences. */
const TYPICAL = 300;
const SUMMARY = 1000;
/** The longest text among several edges: a comment of 4-byte characters. One of escapes is always alone. */
const LONGEST = limits.commentBody * bytesPerCodePoint.fourBytes;

const boundTypicalSize = oncePer((kind: EventKind) => {
  // changedFieldIds may repeat every id of the sample.
  return 2 * entrySize(build(makeSamplePlan(kind))) + SUMMARY + kind.points.length * TYPICAL;
});
