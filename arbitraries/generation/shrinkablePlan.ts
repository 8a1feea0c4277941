import { entrySize } from '../../model/event/entrySize.ts';
import type { EventClass } from '../../model/event/eventClasses.ts';
import type { SizeTarget } from '../plan/plan.ts';
import { copyPlan, getVariation, listDifferingPoints, makeSamplePlan, type Plan } from '../plan/plan.ts';
import { measureConfiguredRange, measureLargest } from '../size/sizeRange.ts';
import { type TextKind, textKinds } from '../values/textPool.ts';
import type { Variation } from '../variations/variationPoint.ts';
import { build } from './build.ts';

/** A plan with the progress of its shrinking, so that no step is tried twice. */
export interface ShrinkablePlan {
  readonly plan: Plan;
  /** The class of the plan before any shrinking. */
  readonly eventClass: EventClass;
  /** The number of differences to remove at once; 0 when that is done. */
  readonly chunk: number;
  /** The index of the next difference to remove. */
  readonly next: number;
  /** The largest size known to pass, by point, or by {@link PADDING} or {@link ADDED_FIELDS}. */
  readonly floors: ReadonlyMap<number, number>;
}

/** Keys of `floors` besides the points: the size of the padding, and the number of added fields. */
const PADDING = -1;
const ADDED_FIELDS = -2;

/** A plan before any shrinking. */
export function toShrinkable(plan: Plan, eventClass: EventClass): ShrinkablePlan {
  return { plan, eventClass, chunk: Number.MAX_SAFE_INTEGER, next: 0, floors: NO_FLOORS };
}

const NO_FLOORS: ReadonlyMap<number, number> = new Map();

/** Plans closer to the sample: first with fewer differences, then with smaller ones. Sizes shrink by halving. */
export function* listShrinks(planned: ShrinkablePlan): IterableIterator<ShrinkablePlan> {
  const { eventClass } = planned;
  const start =
    planned.chunk === Number.MAX_SAFE_INTEGER ? { ...planned, plan: removeHiddenDifferences(planned.plan) } : planned;
  for (const ways of [shrinkDifferences, shrinkSizes, shrinkPadding]) {
    for (const shrunk of ways(start)) yield { ...shrunk, eventClass };
  }
}

/** Removes differences that do not change the event, such as a field of an absent map. */
function removeHiddenDifferences(plan: Plan): Plan {
  let shorter = plan;
  const text = serialize(plan);
  for (const point of listDifferingPoints(plan)) {
    const fewer = resetPoints(shorter, [point]);
    if (serialize(fewer) === text) shorter = fewer;
  }
  return shorter;
}

function serialize(plan: Plan): string {
  return JSON.stringify(build({ ...plan, sizeTarget: undefined }));
}

type Shrunk = Omit<ShrinkablePlan, 'eventClass'>;

function* shrinkDifferences({ plan, chunk, next, floors }: ShrinkablePlan): Iterable<Shrunk> {
  const differing = listDifferingPoints(plan);
  if (chunk === Number.MAX_SAFE_INTEGER && (differing.length > 0 || plan.sizeTarget?.isExact === false)) {
    const sizeTarget = plan.sizeTarget?.isExact === true ? plan.sizeTarget : undefined;
    yield { plan: makeSamplePlan(plan.kind, sizeTarget), chunk: 0, next: 0, floors };
    if (plan.sizeTarget?.isExact === false)
      yield { plan: copyPlan({ ...plan, sizeTarget: undefined }), chunk: differing.length, next: 0, floors };
  }
  let length = Math.min(chunk, Math.ceil(differing.length / 2));
  let start = length === chunk ? next : 0;
  for (; length > 0; length = length === 1 ? 0 : Math.ceil(length / 2), start = 0) {
    for (; start < differing.length; start += length) {
      yield { plan: resetPoints(plan, differing.slice(start, start + length)), chunk: length, next: start, floors };
    }
  }
}

function resetPoints(plan: Plan, points: readonly number[]): Plan {
  const copy = copyPlan(plan);
  for (const point of points) {
    copy.variations[point] = 0;
    copy.parameters[point] = 0;
  }
  return copy;
}

function* shrinkSizes({ plan, floors }: ShrinkablePlan): Iterable<Shrunk> {
  for (const point of listDifferingPoints(plan)) {
    const size = (getVariation(plan, point) as Variation).size;
    if (size === undefined) continue;
    yield* shrinkNumber(floors, point, size.least, plan.parameters[point] as number, (smaller) => {
      const copy = copyPlan(plan);
      copy.parameters[point] = smaller;
      return copy;
    });
  }
}

function* shrinkPadding({ plan, floors }: ShrinkablePlan): Iterable<Shrunk> {
  const { sizeTarget } = plan;
  if (sizeTarget === undefined) return;
  const repad = (change: Partial<SizeTarget>): Plan => copyPlan({ ...plan, sizeTarget: { ...sizeTarget, ...change } });
  if (sizeTarget.fields !== 'none' && sizeTarget.fields > 0)
    yield* shrinkNumber(floors, ADDED_FIELDS, 0, sizeTarget.fields, (fields) => repad({ fields }));
  const least = entrySize(build(makeSamplePlan(plan.kind)));
  if (!sizeTarget.isExact) yield* shrinkNumber(floors, PADDING, least, sizeTarget.bytes, (bytes) => repad({ bytes }));
  for (const textKind of listCloserTextKinds(plan, sizeTarget.textKind))
    yield { plan: repad({ textKind }), chunk: 0, next: 0, floors };
}

/** The text kinds that need fewer fields for the same bytes, and plain characters, which are closer to the sample. */
function listCloserTextKinds(plan: Plan, textKind: TextKind): readonly TextKind[] {
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

/** Smaller sizes: first the smallest, then by halving the distance. Each step stores the largest passing size. */
function* shrinkNumber(
  known: ReadonlyMap<number, number>,
  key: number,
  least: number,
  size: number,
  at: (size: number) => Plan,
): Iterable<Shrunk> {
  let floor = known.get(key);
  if (floor === undefined && size > least) {
    yield { plan: at(least), chunk: 0, next: 0, floors: known };
    floor = least;
  }
  for (let low = floor ?? size; size - low > 1; ) {
    const middle = low + Math.floor((size - low) / 2);
    yield { plan: at(middle), chunk: 0, next: 0, floors: new Map(known).set(key, low) };
    low = middle;
  }
}
