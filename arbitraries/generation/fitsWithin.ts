import { entrySize } from '../../model/event/entrySize.ts';
import { boundSize } from './boundSize.ts';
import { build } from './build.ts';
import type { ShrinkablePlan } from './shrinkablePlan.ts';

/** Whether the entry of an event has at most `most` bytes. It measures the event only if no bound decides. */
export function fitsWithin({ plan, eventClass }: ShrinkablePlan, most: number): boolean {
  if (plan.sizeTarget !== undefined) return plan.sizeTarget.bytes <= most;
  return boundSize(plan.kind, eventClass) <= most || entrySize(build(plan)) <= most;
}
