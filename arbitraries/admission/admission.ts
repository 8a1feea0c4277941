import { isConstantPlace } from '../../model/event/isConstantPlace.ts';
import type { Rule } from '../../model/rule/rule.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { build } from '../generation/build.ts';
import { copyPlan, listDifferingPoints, makeSamplePlan, type Plan } from '../plan/plan.ts';
import type { EventKind } from '../variations/eventKind.ts';
import { dropDemands, getDemandedValues, writeDemandedValues } from './demandingKind.ts';
import { type LeafTest, listAlternatives, listLeafTests } from './leafTest.ts';
import { meetLeaf } from './meetLeaf.ts';
import { listCombined, MOST_COMBINED, orderByCoverage } from './orderByCoverage.ts';
import { refit } from './refit.ts';

/** The admission of a rule; the same object for the same rule. */
export const resolveAdmission = oncePer((rule: Rule): Admission => new Admission(rule));

/** A combination of leaves, and the plan closest to the sample that meets it. */
export interface Way {
  readonly tests: readonly LeafTest[];
  readonly base: Plan;
}

/** Changes plans only so far that a rule delivers their events. */
export class Admission {
  readonly #rule: Rule;
  readonly #parts: readonly (readonly (readonly LeafTest[])[])[];

  constructor(rule: Rule) {
    this.#rule = rule;
    this.#parts = listLeafTests(rule);
  }

  /** Whether the rule delivers an event. */
  delivers(event: object): boolean {
    return this.#rule.matches(event);
  }

  /** Whether the rule delivers some event of a kind. */
  readonly deliversKind = oncePer((kind: EventKind): boolean => {
    if (this.#delivers(makeSamplePlan(kind))) return true;
    for (const _ of this.#findWays(kind)) return true;
    return false;
  });

  /**
   * The plan with few changes whose event the rule delivers; undefined if the rule delivers none like it.
   * @param search `'fewest'` tries every combination of the pattern, `'few'` is satisfied with one change more
   */
  adapt(wanted: Plan, search: 'few' | 'fewest' = 'few'): Plan | undefined {
    // A smaller plan of a demanding kind may leave less room than the size that it had.
    const plan = wanted.kind === dropDemands(wanted.kind) ? wanted : refit(wanted);
    if (this.#delivers(plan)) return plan;
    const ways = (search === 'few' ? this.#listFewWays : this.#listWays)(dropDemands(plan.kind));
    const least = ways[0] === undefined ? 0 : countChanges(makeSamplePlan(dropDemands(plan.kind)), ways[0].base);
    let best: { readonly plan: Plan; readonly changes: number } | undefined;
    for (const { tests } of ways) {
      const adapted = this.#meetAll(plan, tests);
      if (adapted === undefined) continue;
      const changes = countChanges(plan, adapted);
      if (best === undefined || changes < best.changes) best = { plan: adapted, changes };
      // The sample needs as many.
      if (changes <= least + (search === 'few' ? 1 : 0)) break;
    }
    return best?.plan ?? this.#fromAnyBase(plan, ways);
  }

  /** The plan with few changes whose event meets a way; undefined if none like it does. */
  adaptTo(plan: Plan, { tests, base }: Way): Plan | undefined {
    const event = build(plan);
    if (tests.every((test) => test.holds(event)) && this.#rule.matches(event)) return plan;
    return this.#meetAll(plan, tests) ?? this.#fromBase(plan, base);
  }

  /** Like {@link adaptTo}, for the alternative that another plan of the kind meets; the closest if it meets none. */
  adaptAs(other: Plan, plan: Plan): Plan | undefined {
    const alternatives = this.listAlternatives(dropDemands(plan.kind));
    const event = alternatives.length < 2 ? undefined : build(other);
    const met = alternatives.find(({ tests }) => event !== undefined && tests.every((test) => test.holds(event)));
    return (met && this.adaptTo(plan, met)) ?? this.adapt(plan);
  }

  /**
   * The alternatives of a rule for events of a kind, each with the plan closest to the sample: every pattern, every branch
   * of `$or`, and of each leaf every condition by itself. Alternatives with the same event count once.
   */
  readonly listAlternatives = oncePer((kind: EventKind): readonly Way[] => {
    const sample = makeSamplePlan(kind);
    const found = new Map<string, Way>();
    const add = (tests: readonly LeafTest[]): void => {
      const base = found.size < MOST_ALTERNATIVES ? this.#meetAll(sample, tests) : undefined;
      if (base !== undefined && !found.has(writePlan(base))) found.set(writePlan(base), { tests, base });
    };
    for (const { tests } of this.#listWays(kind)) {
      for (const test of tests) {
        // The kind decides about the values that no variation changes.
        const choices = isConstantPlace(test.leaf.path) ? [test] : listAlternatives(test);
        for (const choice of choices) add(tests.map((one) => (one === test ? choice : one)));
      }
    }
    return [...found.values()];
  });

  #fromAnyBase(plan: Plan, ways: readonly Way[]): Plan | undefined {
    for (const { base } of ways) {
      const found = this.#fromBase(plan, base);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #delivers(plan: Plan): boolean {
    return this.#rule.matches(build(plan));
  }

  /** The combinations that events of a kind can meet, those closest to the sample first. */
  readonly #listWays = oncePer((kind: EventKind): readonly Way[] => sortWays(kind, [...this.#findWays(kind)]));

  /** The first of them: each takes a while. */
  readonly #listFewWays = oncePer((kind: EventKind): readonly Way[] => {
    const few: Way[] = [];
    for (const way of this.#findWays(kind)) {
      few.push(way);
      if (few.length > MOST_COMBINED) break;
    }
    return sortWays(kind, few);
  });

  /** The same in the order of the rule, found one by one. */
  *#findWays(kind: EventKind): Iterable<Way> {
    const sample = makeSamplePlan(kind);
    const event = build(sample);
    const impossible = new Set<LeafTest>();
    const possible = new Set<LeafTest>();
    const canHold = (test: LeafTest): boolean => {
      if (impossible.has(test)) return false;
      if (possible.has(test)) return true;
      const can = isConstantPlace(test.leaf.path) ? test.holds(event) : meetLeaf(sample, test, []) !== undefined;
      (can ? possible : impossible).add(test);
      return can;
    };
    // The values that no variation changes decide first, because they cost nothing.
    const mayHold = (tests: readonly LeafTest[]): boolean =>
      tests.every((test) => !isConstantPlace(test.leaf.path) || canHold(test));
    if (this.#parts.some((part) => !part.some(mayHold))) return;
    const combined = listCombined(this.#parts, mayHold);
    // Many combinations of $or may lead to the same event.
    const ways = new Set<string>();
    let tried = 0;
    for (const { tests, cover } of orderByCoverage(combined, () => ways.size === 0)) {
      if (!tests.every(canHold)) continue;
      const base = this.#meetAll(sample, tests);
      const key = base === undefined ? '' : writePlan(base);
      if (base !== undefined && !ways.has(key)) {
        ways.add(key);
        cover();
        yield { tests, base };
      }
      tried += 1;
      if (ways.size === MOST_WAYS || tried === MOST_TRIED) break;
    }
  }

  /** The plan changed leaf by leaf; undefined if a leaf cannot be met, or only by breaking another. */
  #meetAll(plan: Plan, tests: readonly LeafTest[]): Plan | undefined {
    let current = plan;
    for (const test of tests) {
      const met = meetLeaf(current, test, tests);
      if (met === undefined) return undefined;
      current = met;
    }
    return this.#delivers(current) ? current : undefined;
  }

  /** The base with as many differences of the plan as the rule still delivers. */
  #fromBase(plan: Plan, base: Plan): Plan | undefined {
    let current: Plan = { ...base, identity: plan.identity };
    if (!this.#delivers(current)) return undefined;
    const attempt = (change: (candidate: Plan) => Plan): void => {
      const candidate = change(copyPlan(current));
      if (this.#delivers(candidate)) current = candidate;
    };
    for (const point of listDifferingPoints(plan)) {
      if (base.variations[point] !== 0) continue;
      attempt((candidate) => {
        candidate.variations[point] = plan.variations[point] as number;
        candidate.parameters[point] = plan.parameters[point] as number;
        return candidate;
      });
    }
    if (plan.sizeTarget !== undefined) attempt((candidate) => refit({ ...candidate, sizeTarget: plan.sizeTarget }));
    return current;
  }
}

function sortWays(kind: EventKind, ways: readonly Way[]): readonly Way[] {
  const sample = makeSamplePlan(kind);
  const cost = ({ base }: Way): number => countChanges(sample, base);
  return ways.toSorted((one, other) => cost(one) - cost(other));
}

/** A text that is equal for plans with the same event. */
function writePlan({ variations, parameters, kind }: Plan): string {
  return `${variations} ${parameters} ${writeDemandedValues(getDemandedValues(kind))}`;
}

/** The most alternatives of an event kind that are played. */
const MOST_ALTERNATIVES = 60;

/** The most combinations that are tried for one event, and for one event kind. */
const MOST_WAYS = 40;
const MOST_TRIED = 200;

/** How far a plan is from another: the points that differ, and the demanded values. */
function countChanges(plan: Plan, adapted: Plan): number {
  let changes = Object.keys(getDemandedValues(adapted.kind)).length;
  for (let point = 0; point < plan.variations.length; point++) {
    if (plan.variations[point] !== adapted.variations[point]) changes += 1;
  }
  return changes + ((plan.sizeTarget === undefined) === (adapted.sizeTarget === undefined) ? 0 : 1);
}
