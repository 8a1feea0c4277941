import { toStringMethod } from 'fast-check';
import { entrySize } from '../../model/event/entrySize.ts';
import { type Difference, listDifferences } from '../../model/values/differences.ts';
import { listFirst } from '../../model/values/show/listFirst.ts';
import { showChange } from '../../model/values/show/showChange.ts';
import { showJson } from '../../model/values/show/showJson.ts';
import { showPath } from '../../model/values/show/showPath.ts';
import type { Plan } from '../plan/plan.ts';
import { makeSamplePlan } from '../plan/plan.ts';
import { build } from './build.ts';

const LINES = 12;
const SHOWN = 70;

/**
 * Makes fast-check print only the differences of an event from the sample of its plan. Otherwise a counterexample may
 * print 256 KB of JSON. The property is not enumerable, so JSON and deep equality skip it.
 */
export function showDifferences<Event extends object>(event: Event, plan: Plan): Event {
  const print = (): string => formatEvent(event, build(makeSamplePlan(plan.kind)));
  return Object.defineProperty(event, toStringMethod, { value: print, enumerable: false });
}

function formatEvent(event: object, sample: object): string {
  const lines = listFirst(listDifferences(sample, event), LINES, formatLine);
  return [`${formatHeading(event)}, the sample but for:`, ...lines].join('\n  ');
}

function formatHeading(event: object): string {
  const { detail } = event as { detail?: { eventType?: unknown } };
  return `${detail?.eventType ?? 'event'}${describeSize(event)}`;
}

function describeSize(event: object): string {
  try {
    return `, an entry of ${entrySize(event as never).toLocaleString('en')} bytes`;
  } catch {
    // Malformed events may have no size.
    return '';
  }
}

function formatLine({ steps, from, to }: Difference): string {
  if (to === undefined) return `${showPath(steps)}: absent`;
  return `${showPath(steps)}: ${from === undefined ? showJson(to, SHOWN) : showChange(from, to)[1]}`;
}
