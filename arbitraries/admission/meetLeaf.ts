import { build } from '../generation/build.ts';
import { copyPlan, type Plan } from '../plan/plan.ts';
import { listDemandedValues, listFilledValues } from './demandedValues.ts';
import { demandValues } from './demandingKind.ts';
import { findPoints, listRemedies } from './leafRemedy.ts';
import { type LeafTest, listAlternatives } from './leafTest.ts';
import { refit } from './refit.ts';

/**
 * The plan changed at the places of one leaf only, so that the leaf holds and no other leaf breaks. If that is
 * impossible, others may break. Undefined if no change makes the leaf hold.
 */
export function meetLeaf(plan: Plan, test: LeafTest, others: readonly LeafTest[]): Plan | undefined {
  const before = build(plan);
  if (test.holds(before)) return plan;
  // A value can vary, and a row may read it: absence comes last.
  for (const alternative of test.leaf.takesAbsence ? listAlternatives(test) : []) {
    const met = alternative === test ? undefined : changeLeaf(plan, alternative, others);
    if (met !== undefined) return met;
  }
  return changeLeaf(plan, test, others);
}

function changeLeaf(plan: Plan, test: LeafTest, others: readonly LeafTest[]): Plan | undefined {
  const before = build(plan);
  const held = others.filter((other) => other.holds(before));
  let first: Plan | undefined;
  for (const changed of listChanged(plan, test)) {
    const candidate = refit(changed);
    const event = build(candidate);
    if (!test.holds(event)) continue;
    if (held.every((other) => other.holds(event))) return candidate;
    first ??= candidate;
  }
  return first;
}

/** The plan with the sample's values, with another variation, or with values that the leaf names. */
function* listChanged(plan: Plan, test: LeafTest): Iterable<Plan> {
  const differing = findPoints(plan.kind, test).filter((point) => plan.variations[point] !== 0);
  if (differing.length > 0) yield* listPinned(plan, test, listFilledValues);
  for (const point of differing) yield withSampleAt(plan, [point]);
  const reset = withSampleAt(plan, differing);
  yield reset;
  // Variations of numbers are edges, far from the number that a condition names.
  const isNumeric = test.leaf.conditions.some(({ compares }) => compares === 'numbers');
  if (isNumeric) yield* listPinned(reset, test);
  yield* listRemedies(reset, test);
  if (!isNumeric) yield* listPinned(reset, test);
}

/** The plan with values that a leaf names. */
function* listPinned(plan: Plan, test: LeafTest, listValues = listDemandedValues): Iterable<Plan> {
  // Without padding the event shows its own values.
  const own = build({ ...plan, sizeTarget: undefined });
  for (const values of listValues(plan.kind, test.leaf, own)) {
    const kind = demandValues(plan.kind, values);
    if (kind !== undefined) yield { ...plan, kind };
  }
}

function withSampleAt(plan: Plan, points: readonly number[]): Plan {
  const copy = copyPlan(plan);
  for (const point of points) {
    copy.variations[point] = 0;
    copy.parameters[point] = 0;
  }
  return copy;
}
