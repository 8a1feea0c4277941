import { entrySize } from '../../model/event/entrySize.ts';
import type { EventClass } from '../../model/event/eventClasses.ts';
import type { SizeTarget } from '../plan/plan.ts';
import { copyPlan, listDifferingPoints, type Plan, samplePlan, variationAt } from '../plan/plan.ts';
import { measureConfiguredRange, measureLargest } from '../size/sizeRange.ts';
import { type TextKind, textKinds } from '../values/textPool.ts';
import type { Variation } from '../variations/variationPoint.ts';
import { build } from './build.ts';

/** A plan with the progress of its shrinking: failed attempts are not repeated. */
export interface ShrinkablePlan {
  readonly plan: Plan;
  /** The class of the first plan. */
  readonly eventClass: EventClass;
  /** The number of points in a row whose differences are removed at once (0: finished). */
  readonly run: number;
  /** The difference at which to continue. */
  readonly from: number;
  /** The largest size known not to fail, per point; the padding's size under -1, its added fields under -2. */
  readonly floors: ReadonlyMap<number, number>;
}

/** The start of a plan's shrinking. */
export function toShrinkable(plan: Plan, eventClass: EventClass): ShrinkablePlan {
  return { plan, eventClass, run: Number.MAX_SAFE_INTEGER, from: 0, floors: NO_FLOORS };
}

const NO_FLOORS: ReadonlyMap<number, number> = new Map();

/** Plans closer to the sample: first with fewer differences, then with smaller ones. It bisects sizes. */
export function* shrinks(planned: ShrinkablePlan): IterableIterator<ShrinkablePlan> {
  const { eventClass } = planned;
  const from = planned.run === Number.MAX_SAFE_INTEGER ? { ...planned, plan: withoutIdle(planned.plan) } : planned;
  for (const ways of [fewerDifferences, smallerSizes, smallerFill]) {
    for (const shrunk of ways(from)) yield { ...shrunk, eventClass };
  }
}

/** The plan without invisible differences: a value equal to the sample's, or a field of an absent map. */
function withoutIdle(plan: Plan): Plan {
  let busy = plan;
  const text = serialize(plan);
  for (const point of listDifferingPoints(plan)) {
    const fewer = without(busy, [point]);
    if (serialize(fewer) === text) busy = fewer;
  }
  return busy;
}

function serialize(plan: Plan): string {
  return JSON.stringify(build({ ...plan, sizeTarget: undefined }));
}

type Shrunk = Omit<ShrinkablePlan, 'eventClass'>;

function* fewerDifferences({ plan, run, from, floors }: ShrinkablePlan): Iterable<Shrunk> {
  const differing = listDifferingPoints(plan);
  if (run === Number.MAX_SAFE_INTEGER && (differing.length > 0 || plan.sizeTarget?.pinned === false)) {
    const sizeTarget = plan.sizeTarget?.pinned === true ? plan.sizeTarget : undefined;
    yield { plan: samplePlan(plan.kind, sizeTarget), run: 0, from: 0, floors };
    if (plan.sizeTarget?.pinned === false)
      yield { plan: copyPlan({ ...plan, sizeTarget: undefined }), run: differing.length, from: 0, floors };
  }
  let length = Math.min(run, Math.ceil(differing.length / 2));
  let start = length === run ? from : 0;
  for (; length > 0; length = length === 1 ? 0 : Math.ceil(length / 2), start = 0) {
    for (; start < differing.length; start += length) {
      yield { plan: without(plan, differing.slice(start, start + length)), run: length, from: start, floors };
    }
  }
}

function without(plan: Plan, points: readonly number[]): Plan {
  const copy = copyPlan(plan);
  for (const point of points) {
    copy.variations[point] = 0;
    copy.parameters[point] = 0;
  }
  return copy;
}

function* smallerSizes({ plan, floors }: ShrinkablePlan): Iterable<Shrunk> {
  for (const point of listDifferingPoints(plan)) {
    const size = (variationAt(plan, point) as Variation).size;
    if (size === undefined) continue;
    yield* halved(floors, point, size.least, plan.parameters[point] as number, (smaller) => {
      const copy = copyPlan(plan);
      copy.parameters[point] = smaller;
      return copy;
    });
  }
}

function* smallerFill({ plan, floors }: ShrinkablePlan): Iterable<Shrunk> {
  const { sizeTarget } = plan;
  if (sizeTarget === undefined) return;
  const refilled = (change: Partial<SizeTarget>): Plan =>
    copyPlan({ ...plan, sizeTarget: { ...sizeTarget, ...change } });
  if (sizeTarget.fields !== 'none' && sizeTarget.fields > 0)
    yield* halved(floors, -2, 0, sizeTarget.fields, (fields) => refilled({ fields }));
  const least = entrySize(build(samplePlan(plan.kind)));
  if (!sizeTarget.pinned) yield* halved(floors, -1, least, sizeTarget.bytes, (bytes) => refilled({ bytes }));
  for (const textKind of nearerKinds(plan, sizeTarget.textKind))
    yield { plan: refilled({ textKind }), run: 0, from: 0, floors };
}

/** Kinds of text that need fewer fields for the same bytes; otherwise ASCII, which is closer to the sample. */
function nearerKinds(plan: Plan, textKind: TextKind): readonly TextKind[] {
  const { kind, sizeTarget } = plan;
  const most = (other: TextKind): number =>
    sizeTarget?.fields === 'none' ? measureConfiguredRange(plan, other).most : measureLargest(kind, other);
  const able = textKinds.filter((other) => other === textKind || most(other) >= (sizeTarget as SizeTarget).bytes);
  const counts = new Map(
    able.map((other) => [
      other,
      countFields({ ...plan, sizeTarget: { ...(sizeTarget as SizeTarget), textKind: other } }),
    ]),
  );
  const count = (other: TextKind): number => counts.get(other) as number;
  const fewer = able.filter((other) => count(other) < count(textKind)).sort((a, b) => count(a) - count(b));
  return textKind !== 'ascii' && counts.get('ascii') === count(textKind) ? [...fewer, 'ascii'] : fewer;
}

function countFields(plan: Plan): number {
  const { detail } = build(plan);
  const fields = 'case' in detail ? detail.case.fields : detail.relatedItem.custom?.fields;
  return Object.keys(fields ?? {}).length;
}

/** Smaller sizes: first the smallest, then halving the distance. Each remembers the sizes that did not fail. */
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
