import { oncePer } from '../../model/values/oncePer.ts';
import { build } from '../generation/build.ts';
import { copyPlan, makeSamplePlan, type Plan } from '../plan/plan.ts';
import type { EventKind } from '../variations/eventKind.ts';
import type { Variation, VariationPoint } from '../variations/variationPoint.ts';
import { dropDemands } from './demandingKind.ts';
import type { LeafTest } from './leafTest.ts';

/** A variation of a point, with a parameter. */
interface ChosenVariation {
  readonly point: number;
  readonly variation: number;
  readonly parameter: number;
}

/** The points of an event kind that can decide about a leaf: those at its path, above or below it. */
export function findPoints(kind: EventKind, test: LeafTest): readonly number[] {
  return listTestPoints(test)(dropDemands(kind));
}

const listTestPoints = oncePer((test: LeafTest) =>
  oncePer((kind: EventKind): readonly number[] => {
    const place = test.leaf.path.join('.');
    return [...kind.points.keys()].filter((index) => decides(kind.points[index] as VariationPoint, place));
  }),
);

function decides({ id, segments }: VariationPoint, place: string): boolean {
  // The ARNs are made of the ids, and the times lie close to each other.
  if (place === 'resources') return id === 'caseId' || id === 'relatedItemId';
  if (place === 'time' || place.endsWith('.createdDateTime')) return id === 'times';
  // It follows from the status.
  if (place.endsWith('.slaConfiguration.completionTime')) return id === 'sla status' || id === 'sla targetTime';
  const own = segments.join('.');
  return `${own}.`.startsWith(`${place}.`) || `${place}.`.startsWith(`${own}.`);
}

/** The plan with each variation that makes a leaf hold in the sample, the ordinary ones first. */
export function* listRemedies(plan: Plan, test: LeafTest): Iterable<Plan> {
  for (const { point, variation, parameter } of listTestRemedies(test)(dropDemands(plan.kind))) {
    const changed = copyPlan(plan);
    changed.variations[point] = variation + 1;
    changed.parameters[point] = parameter;
    yield changed;
  }
}

const listTestRemedies = oncePer((test: LeafTest) =>
  oncePer((kind: EventKind): readonly ChosenVariation[] =>
    findPoints(kind, test).flatMap((point) =>
      [...(kind.points[point] as VariationPoint).variations.keys()].flatMap(
        (variation) => findParameter(kind, test, point, variation) ?? [],
      ),
    ),
  ),
);

/** The variation with the first parameter that makes a leaf hold in the sample. */
function findParameter(kind: EventKind, test: LeafTest, point: number, variation: number): ChosenVariation | undefined {
  const found = listVariants(kind)(point, variation).find(({ event }) => test.holds(event));
  return found && { point, variation, parameter: found.parameter };
}

interface Variant {
  readonly parameter: number;
  readonly event: object;
}

/** The different events of a variation, with the parameter of each: built once for all leaves. */
const listVariants = oncePer((kind: EventKind) => {
  const known = new Map<string, readonly Variant[]>();
  return (point: number, variation: number): readonly Variant[] => {
    const key = `${point} ${variation}`;
    const variants = known.get(key) ?? buildVariants(kind, point, variation);
    known.set(key, variants);
    return variants;
  };
});

function buildVariants(kind: EventKind, point: number, variation: number): readonly Variant[] {
  const { size } = (kind.points[point] as VariationPoint).variations[variation] as Variation;
  const different = new Map<string, Variant>();
  for (const parameter of size === undefined ? PARAMETERS : [size.most]) {
    const plan = makeSamplePlan(kind);
    plan.variations[point] = variation + 1;
    plan.parameters[point] = parameter;
    const event = build(plan);
    const text = JSON.stringify(event);
    if (!different.has(text)) different.set(text, { parameter, event });
  }
  return [...different.values()];
}

/** Enough for each option of a field, and each spelling of a user. */
const PARAMETERS: readonly number[] = Array.from({ length: 12 }, (_, parameter) => parameter);
