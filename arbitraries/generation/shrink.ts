import { entrySize } from '../../model/event/entrySize.ts';
import type { Fill } from '../plan/plan.ts';
import { copyPlan, differingSlots, type Plan, samplePlan, variationAt } from '../plan/plan.ts';
import { mostOf, reachAsConfigured } from '../size/fill.ts';
import { type TextKind, textKinds } from '../values/textPool.ts';
import type { EventClass } from '../variations/classes.ts';
import type { Variation } from '../variations/slot.ts';
import { build } from './build.ts';

/** A plan and how far its shrinking has come: what was tried without success is not tried again. */
export interface Step {
  readonly plan: Plan;
  /** The class that the first plan was drawn from. */
  readonly eventClass: EventClass;
  /** Differences are taken away in runs of this many slots (0: that is done). */
  readonly run: number;
  /** The difference at which to go on. */
  readonly from: number;
  /** The largest size known not to fail, per slot; the fill's size under -1, its added fields under -2. */
  readonly floors: ReadonlyMap<number, number>;
}

/** The step at which the shrinking of a plan begins. */
export function firstStep(plan: Plan, eventClass: EventClass): Step {
  return { plan, eventClass, run: Number.MAX_SAFE_INTEGER, from: 0, floors: NO_FLOORS };
}

const NO_FLOORS: ReadonlyMap<number, number> = new Map();

/** Plans nearer to the sample: first with fewer differences, then with smaller ones. Sizes are searched by halving. */
export function* shrinks(step: Step): IterableIterator<Step> {
  const { eventClass } = step;
  const from = step.run === Number.MAX_SAFE_INTEGER ? { ...step, plan: withoutIdle(step.plan) } : step;
  for (const ways of [fewerDifferences, smallerSizes, smallerFill]) {
    for (const shrunk of ways(from)) yield { ...shrunk, eventClass };
  }
}

/** The plan without the differences that do not show: a value that is the sample's, a field of a map that is absent. */
function withoutIdle(plan: Plan): Plan {
  let busy = plan;
  const text = textOf(plan);
  for (const slot of differingSlots(plan)) {
    const fewer = without(busy, [slot]);
    if (textOf(fewer) === text) busy = fewer;
  }
  return busy;
}

function textOf(plan: Plan): string {
  return JSON.stringify(build({ ...plan, fill: undefined }));
}

type Shrunk = Omit<Step, 'eventClass'>;

function* fewerDifferences({ plan, run, from, floors }: Step): Iterable<Shrunk> {
  const differing = differingSlots(plan);
  if (run === Number.MAX_SAFE_INTEGER && (differing.length > 0 || plan.fill?.pinned === false)) {
    const fill = plan.fill?.pinned === true ? plan.fill : undefined;
    yield { plan: samplePlan(plan.shape, fill), run: 0, from: 0, floors };
    if (plan.fill?.pinned === false)
      yield { plan: copyPlan({ ...plan, fill: undefined }), run: differing.length, from: 0, floors };
  }
  let length = Math.min(run, Math.ceil(differing.length / 2));
  let start = length === run ? from : 0;
  for (; length > 0; length = length === 1 ? 0 : Math.ceil(length / 2), start = 0) {
    for (; start < differing.length; start += length) {
      yield { plan: without(plan, differing.slice(start, start + length)), run: length, from: start, floors };
    }
  }
}

function without(plan: Plan, slots: readonly number[]): Plan {
  const copy = copyPlan(plan);
  for (const slot of slots) {
    copy.variations[slot] = 0;
    copy.parameters[slot] = 0;
  }
  return copy;
}

function* smallerSizes({ plan, floors }: Step): Iterable<Shrunk> {
  for (const slot of differingSlots(plan)) {
    const size = (variationAt(plan, slot) as Variation).size;
    if (size === undefined) continue;
    yield* halved(floors, slot, size.least, plan.parameters[slot] as number, (smaller) => {
      const copy = copyPlan(plan);
      copy.parameters[slot] = smaller;
      return copy;
    });
  }
}

function* smallerFill({ plan, floors }: Step): Iterable<Shrunk> {
  const { fill } = plan;
  if (fill === undefined) return;
  const refilled = (change: Partial<Fill>): Plan => copyPlan({ ...plan, fill: { ...fill, ...change } });
  if (fill.fields !== 'none' && fill.fields > 0)
    yield* halved(floors, -2, 0, fill.fields, (fields) => refilled({ fields }));
  const least = entrySize(build(samplePlan(plan.shape)));
  if (!fill.pinned) yield* halved(floors, -1, least, fill.bytes, (bytes) => refilled({ bytes }));
  for (const kind of nearerKinds(plan, fill.kind)) yield { plan: refilled({ kind }), run: 0, from: 0, floors };
}

/** Kinds of text that need fewer fields for the same bytes; else plain characters, which are nearer to the sample. */
function nearerKinds(plan: Plan, kind: TextKind): readonly TextKind[] {
  const { shape, fill } = plan;
  const most = (other: TextKind): number =>
    fill?.fields === 'none' ? reachAsConfigured(plan, other).most : mostOf(shape, other);
  const able = textKinds.filter((other) => other === kind || most(other) >= (fill as Fill).bytes);
  const counts = new Map(able.map((other) => [other, fieldsOf({ ...plan, fill: { ...(fill as Fill), kind: other } })]));
  const count = (other: TextKind): number => counts.get(other) as number;
  const fewer = able.filter((other) => count(other) < count(kind)).sort((a, b) => count(a) - count(b));
  return kind !== 'ascii' && counts.get('ascii') === count(kind) ? [...fewer, 'ascii'] : fewer;
}

function fieldsOf(plan: Plan): number {
  const { detail } = build(plan);
  const fields = 'case' in detail ? detail.case.fields : detail.relatedItem.custom?.fields;
  return Object.keys(fields ?? {}).length;
}

/** Smaller sizes, from the smallest on by halving the distance; each step remembers what did not fail. */
function* halved(
  known: ReadonlyMap<number, number>,
  key: number,
  least: number,
  size: number,
  at: (size: number) => Plan,
): Iterable<Shrunk> {
  let floor = known.get(key);
  if (floor === undefined && size > least) {
    yield { plan: at(least), run: 0, from: 0, floors: known };
    floor = least;
  }
  for (let low = floor ?? size; size - low > 1; ) {
    const middle = low + Math.floor((size - low) / 2);
    yield { plan: at(middle), run: 0, from: 0, floors: new Map(known).set(key, low) };
    low = middle;
  }
}
