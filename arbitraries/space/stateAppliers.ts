import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { build } from '../generation/build.ts';
import { copyPlan, type Plan, samplePlan, setFullVariation } from '../plan/plan.ts';
import type { EventKind } from '../variations/eventKind.ts';

/** Something that an event may be asked to satisfy, such as a provider state. */
export interface EventPredicate {
  holds(event: CasesEvent): boolean;
}

/** Turns a plan into one whose event satisfies some predicates, and that differs in nothing else; undefined where it cannot. */
export type StateApplier = (plan: Plan) => Plan | undefined;

/** How the plans of some event kinds are made to satisfy predicates: found out once for each kind and list of predicates. */
export class StateAppliers {
  readonly #known = new WeakMap<readonly EventPredicate[], Map<EventKind, StateApplier | Impossible<EventPredicate>>>();

  /** The applier of an event kind, or the predicate that no event of the kind satisfies. */
  find<Predicate extends EventPredicate>(
    kind: EventKind,
    predicates: readonly Predicate[],
  ): StateApplier | Impossible<Predicate> {
    const ofKinds = this.#known.get(predicates) ?? new Map();
    this.#known.set(predicates, ofKinds);
    const applier = ofKinds.get(kind) ?? makeStateApplier(kind, predicates);
    ofKinds.set(kind, applier);
    return applier;
  }
}

/** A predicate that no event satisfies. */
export interface Impossible<Predicate extends EventPredicate> {
  readonly impossible: Predicate;
}

/**
 * What a predicate needs comes from the sample, or from the first variation that brings it. Variations that take it away
 * are left out.
 */
function makeStateApplier<Predicate extends EventPredicate>(
  kind: EventKind,
  predicates: readonly Predicate[],
): StateApplier | Impossible<Predicate> {
  if (predicates.length === 0) return (plan) => plan;
  const base = samplePlan(kind);
  for (const predicate of predicates) {
    if (!satisfies(base, [predicate]) && !provide(base, predicate)) return { impossible: predicate };
  }
  const lost = predicates.find((predicate) => !satisfies(base, [predicate]));
  if (lost !== undefined) return { impossible: lost };
  const breaks = findBreakers(base, predicates);
  return (plan) => {
    const applied = copyPlan(plan);
    for (let point = 0; point < applied.variations.length; point++) {
      const variation = applied.variations[point] as number;
      if (variation === 0 || breaks.has(key(point, variation))) take(applied, base, point);
    }
    return satisfies(applied, predicates) ? applied : undefined;
  };
}

function satisfies(plan: Plan, predicates: readonly EventPredicate[]): boolean {
  const event = build(plan);
  return predicates.every((predicate) => predicate.holds(event));
}

/** Sets the first variation that brings what a predicate needs. */
function provide(base: Plan, predicate: EventPredicate): boolean {
  for (const [point, variation] of listVariations(base.kind)) {
    if (base.variations[point] !== 0) continue;
    setFullVariation(base, point, variation - 1);
    if (satisfies(base, [predicate])) return true;
    base.variations[point] = 0;
    base.parameters[point] = 0;
  }
  return false;
}

/** The variations that alone would take away what the predicates need. */
function findBreakers(base: Plan, predicates: readonly EventPredicate[]): ReadonlySet<number> {
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
