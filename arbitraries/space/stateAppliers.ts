import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { build } from '../generation/build.ts';
import { copyPlan, makeSamplePlan, type Plan, setFullVariation } from '../plan/plan.ts';
import type { EventKind } from '../variations/eventKind.ts';

/** A requirement on an event, such as a provider state. */
export interface EventPredicate {
  holds(event: CasesEvent): boolean;
}

/** Changes a plan only to satisfy some predicates; undefined if that is impossible. */
export type StateApplier = (plan: Plan) => Plan | undefined;

/** Makes plans satisfy predicates. It analyses each event kind once for each list of predicates. */
export class StateAppliers {
  readonly #known = new WeakMap<readonly EventPredicate[], Map<EventKind, StateApplier | Impossible<EventPredicate>>>();

  /** The applier of an event kind, or the predicate that none of its events can satisfy. */
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

/** A predicate that no event can satisfy. */
export interface Impossible<Predicate extends EventPredicate> {
  readonly impossible: Predicate;
}

/**
 * If the sample does not satisfy a predicate, the first variation that does is always set. Variations that break a
 * predicate are never set.
 */
function makeStateApplier<Predicate extends EventPredicate>(
  kind: EventKind,
  predicates: readonly Predicate[],
): StateApplier | Impossible<Predicate> {
  if (predicates.length === 0) return (plan) => plan;
  const base = makeSamplePlan(kind);
  for (const predicate of predicates) {
    if (!satisfies(base, [predicate]) && !trySatisfy(base, predicate)) return { impossible: predicate };
  }
  const lost = predicates.find((predicate) => !satisfies(base, [predicate]));
  if (lost !== undefined) return { impossible: lost };
  const breaks = findBreakers(base, predicates);
  return (plan) => {
    const applied = copyPlan(plan);
    for (let point = 0; point < applied.variations.length; point++) {
      const variation = applied.variations[point] as number;
      if (variation === 0 || breaks.has(makeKey(point, variation))) take(applied, base, point);
    }
    return satisfies(applied, predicates) ? applied : undefined;
  };
}

function satisfies(plan: Plan, predicates: readonly EventPredicate[]): boolean {
  const event = build(plan);
  return predicates.every((predicate) => predicate.holds(event));
}

/** Sets the first variation that satisfies a predicate. Returns whether there is one. */
function trySatisfy(base: Plan, predicate: EventPredicate): boolean {
  for (const [point, variation] of listVariations(base.kind)) {
    if (base.variations[point] !== 0) continue;
    setFullVariation(base, point, variation - 1);
    if (satisfies(base, [predicate])) return true;
    base.variations[point] = 0;
    base.parameters[point] = 0;
  }
  return false;
}

/** The variations that alone break a predicate. */
function findBreakers(base: Plan, predicates: readonly EventPredicate[]): ReadonlySet<number> {
  const breaks = new Set<number>();
  for (const [point, variation] of listVariations(base.kind)) {
    const changed = copyPlan(base);
    setFullVariation(changed, point, variation - 1);
    if (!satisfies(changed, predicates)) breaks.add(makeKey(point, variation));
  }
  return breaks;
}

/** Every variation of every variation point, numbered from 1 as in plans. */
function* listVariations({ points }: EventKind): Iterable<readonly [point: number, variation: number]> {
  for (const [point, { variations }] of points.entries()) {
    for (let variation = 1; variation <= variations.length; variation++) yield [point, variation];
  }
}

function makeKey(point: number, variation: number): number {
  return point * 256 + variation;
}

function take(plan: Plan, base: Plan, point: number): void {
  plan.variations[point] = base.variations[point] as number;
  plan.parameters[point] = base.parameters[point] as number;
}
