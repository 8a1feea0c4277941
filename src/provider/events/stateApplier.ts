import { build } from '../../../arbitraries/generation/build.ts';
import { copyPlan, type Plan, samplePlan, setFullVariation, variationAt } from '../../../arbitraries/plan/plan.ts';
import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import type { StatePredicate } from '../interaction/statePredicates.ts';

/** Turns a plan into one whose event satisfies some states, and that differs in nothing else; undefined where it cannot. */
export type StateApplier = (plan: Plan) => Plan | undefined;

/**
 * How the plans of an event kind are made to satisfy some states: what a state needs comes from the sample, or from the first
 * variation that brings it; variations that take it away are left out.
 * @returns the pinner, or the state that no event of the event kind satisfies
 */
export function makeStateApplier(
  kind: EventKind,
  predicates: readonly StatePredicate[],
): StateApplier | { readonly impossible: StatePredicate } {
  if (predicates.length === 0) return (plan) => plan;
  const base = samplePlan(kind);
  for (const predicate of predicates) {
    if (!satisfies(base, [predicate]) && !provide(base, predicate)) return { impossible: predicate };
  }
  const lost = predicates.find((predicate) => !satisfies(base, [predicate]));
  if (lost !== undefined) return { impossible: lost };
  const breaks = findBreakers(base, predicates);
  return (plan) => {
    const pinned = copyPlan(plan);
    for (let point = 0; point < pinned.variations.length; point++) {
      const variation = pinned.variations[point] as number;
      if (variation === 0 || breaks.has(key(point, variation))) take(pinned, base, point);
    }
    return satisfies(pinned, predicates) ? pinned : undefined;
  };
}

function satisfies(plan: Plan, predicates: readonly StatePredicate[]): boolean {
  const event = build(plan);
  return predicates.every((predicate) => predicate.holds(event));
}

/** Sets the first variation that brings what a state needs. */
function provide(base: Plan, predicate: StatePredicate): boolean {
  for (const [point, variation] of listVariations(base.kind)) {
    if (base.variations[point] !== 0) continue;
    setFullVariation(base, point, variation - 1);
    if (satisfies(base, [predicate])) return true;
    base.variations[point] = 0;
    base.parameters[point] = 0;
  }
  return false;
}

/** The variations that alone would take away what the states need. */
function findBreakers(base: Plan, predicates: readonly StatePredicate[]): ReadonlySet<number> {
  const breaks = new Set<number>();
  for (const [point, variation] of listVariations(base.kind)) {
    const changed = copyPlan(base);
    setFullVariation(changed, point, variation - 1);
    if (!satisfies(changed, predicates)) breaks.add(key(point, variation));
  }
  return breaks;
}

/** Every variation of every point, numbered from 1 as in plans. */
function* listVariations({ points }: EventKind): Iterable<readonly [point: number, variation: number]> {
  for (const [point, { variations }] of points.entries()) {
    for (let variation = 1; variation <= variations.length; variation++) yield [point, variation];
  }
}

function key(point: number, variation: number): number {
  return point * 256 + variation;
}

function take(plan: Plan, base: Plan, point: number): void {
  plan.variations[point] = base.variations[point] as number;
  plan.parameters[point] = base.parameters[point] as number;
}

/** A text that is the same for plans that make the same event of the same event kind. */
export function findIdentity(plan: Plan): string {
  const differing: string[] = [];
  for (let point = 0; point < plan.variations.length; point++) {
    if (variationAt(plan, point) !== undefined) {
      differing.push(`${point}:${plan.variations[point]}:${plan.parameters[point]}`);
    }
  }
  return `${differing.join()} ${JSON.stringify(plan.sizeTarget)}`;
}
