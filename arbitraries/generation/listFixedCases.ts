import { limits } from '../../model/facts/limits.ts';
import { relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import type { EventPath } from '../../model/values/eventPath.ts';
import type { SizeTarget } from '../plan/plan.ts';
import { copyPlan, listDifferingPoints, makeSamplePlan, type Plan, setFullVariation } from '../plan/plan.ts';
import {
  growsWithDomain,
  makeLargestTarget,
  measureConfiguredRange,
  measureLargest,
  measureRange,
} from '../size/sizeRange.ts';
import { type TextKind, textKinds } from '../values/textPool.ts';
import { type CoverageItem, coverageItems, type PlannedClass } from '../variations/coverageItems.ts';
import type { EventKind } from '../variations/eventKind.ts';
import type { Variation, VariationPoint } from '../variations/variationPoint.ts';
import { canPad, listPlacedVariations, type PlacedVariation, removeOptional, setLongIdentifiers } from './drawPlan.ts';

/** An event that every run of `verify` tries: the sample with the differences of one coverage item. */
export interface FixedCase {
  readonly class: PlannedClass;
  readonly coverageItem: CoverageItem;
  readonly plan: Plan;
}

/** Changes a plan so far that a rule delivers its event; undefined if the rule delivers none like it. */
export type Admit = (plan: Plan) => Plan | undefined;

/**
 * Each coverage item of the event kind once, and each variation of a place in `reads`, at its largest size.
 * @param admit changes every case before it counts; by default nothing
 * @param isWanted the coverage items that are wanted; by default all
 */
export function listFixedCases(
  kind: EventKind,
  reads: readonly EventPath[],
  ceiling: number,
  admit: Admit = (plan) => plan,
  isWanted: (item: CoverageItem) => boolean = () => true,
): FixedCase[] {
  const seen = new Set<CoverageItem>();
  const cases: FixedCase[] = [];
  for (const eventClass of ['typical', 'sparse', 'edge', 'open', 'limit'] as const) {
    for (const { point, variation } of readFirst(kind, eventClass, reads)) {
      const { coverageItem } = getVariation(kind, point, variation);
      if (!isWanted(coverageItem)) continue;
      if (seen.has(coverageItem) && !isRead(kind.points[point] as VariationPoint, reads)) continue;
      const wanted = makeSamplePlan(kind);
      setFullVariation(wanted, point, variation);
      const plan = admit(wanted);
      if (plan === undefined || !keepsAll(wanted, plan)) continue;
      seen.add(coverageItem);
      cases.push({ class: eventClass, coverageItem, plan });
    }
  }
  const combined = [
    ...listCombinedCases(kind),
    ...(canPad(kind) ? [...listGrownCases(kind, ceiling), ...listLargestCases(kind, ceiling)] : []),
  ];
  const wanted = combined.filter(({ coverageItem }) => isWanted(coverageItem));
  return [...cases, ...wanted.flatMap((one) => admitCombined(one, admit))];
}

/** Whether an adapted plan still has every difference of the wanted one. */
function keepsAll(wanted: Plan, { variations, sizeTarget }: Plan): boolean {
  if ((wanted.sizeTarget === undefined) !== (sizeTarget === undefined)) return false;
  return listDifferingPoints(wanted).every((point) => wanted.variations[point] === variations[point]);
}

/** A case of many differences covers its item with those that a rule leaves. */
function admitCombined(wanted: FixedCase, admit: Admit): FixedCase[] {
  const plan = admit(wanted.plan);
  if (plan === undefined) return [];
  const kept = listDifferingPoints(wanted.plan).filter(
    (point) => wanted.plan.variations[point] === plan.variations[point],
  );
  return keepsAll(wanted.plan, plan) || kept.length > 1 ? [{ ...wanted, plan }] : [];
}

/** The coverage items without a case: the domain's configuration makes them impossible. */
export function findMissingCoverage(
  cases: readonly { readonly coverageItem: CoverageItem | undefined }[],
): CoverageItem[] {
  const seen = new Set(cases.map(({ coverageItem }) => coverageItem));
  const all = Object.values(coverageItems).flatMap((ofClass) => Object.keys(ofClass) as CoverageItem[]);
  return all.filter((coverageItem) => !seen.has(coverageItem));
}

function readFirst(kind: EventKind, eventClass: PlannedClass, reads: readonly EventPath[]): PlacedVariation[] {
  const places = listPlacedVariations(kind, eventClass);
  const read = places.filter(({ point }) => isRead(kind.points[point] as VariationPoint, reads));
  return [...read, ...places.filter((place) => !read.includes(place))];
}

function isRead({ segments }: VariationPoint, reads: readonly EventPath[]): boolean {
  return reads.some((read) => {
    const common = Math.min(read.length, segments.length);
    return read.slice(0, common).every((segment, index) => segment === segments[index]);
  });
}

function getVariation(kind: EventKind, point: number, variation: number): Variation {
  return (kind.points[point] as VariationPoint).variations[variation] as Variation;
}

function listCombinedCases(kind: EventKind): FixedCase[] {
  const absent = removeOptional(makeSamplePlan(kind));
  const cases: FixedCase[] = [{ class: 'sparse', coverageItem: 'nothingOptional', plan: absent }];
  if (kind.itemType !== undefined && !isKnown(kind.itemType)) {
    cases.push({ class: 'open', coverageItem: 'unknownItemType', plan: makeSamplePlan(kind) });
  }
  return cases;
}

function isKnown(itemType: string): boolean {
  return (relatedItemTypes as readonly string[]).includes(itemType);
}

/** The largest events of the domain as configured, up to the size limit. */
function listLargestCases(kind: EventKind, ceiling: number): FixedCase[] {
  const makeLargestCase = (
    coverageItem: CoverageItem,
    textKind: TextKind,
    plan: Plan = makeSamplePlan(kind),
    less: number = 0,
  ): FixedCase => ({
    class: 'limit',
    coverageItem,
    plan: copyPlan({ ...plan, sizeTarget: makeLargestTarget(plan, textKind, ceiling, less) }),
  });
  const { least, most } = measureConfiguredRange(makeSamplePlan(kind), LARGEST);
  // Nothing in these events can be padded.
  if (least === most) return [];
  const long = makeSamplePlan(kind);
  setLongIdentifiers(long);
  return [
    ...textKinds.map((textKind) => makeLargestCase(`largest.${textKind}`, textKind)),
    makeLargestCase('largest.oneByteBelow', LARGEST, makeSamplePlan(kind), 1),
    makeLargestCase('largest.longIds', LARGEST, long),
  ];
}

/** The text kind with the most bytes a character. */
const LARGEST = 'escapes';

/** The largest events after an administrator has added fields to the domain. They reach the ceiling. */
function listGrownCases(kind: EventKind, upTo: number): FixedCase[] {
  if (!growsWithDomain(kind)) return [];
  const ceiling = Math.min(upTo, measureRange(kind).most);
  const kinds = textKinds.filter((textKind) => measureLargest(kind, textKind) >= ceiling);
  const [textKind = LARGEST] = kinds;
  const makeGrownCase = (what: GrownItem, change: Partial<SizeTarget>): FixedCase => {
    const sizeTarget: SizeTarget = { bytes: ceiling, isExact: false, textKind, fields: 0, ...change };
    return { class: 'open', coverageItem: `grown.${what}`, plan: makeSamplePlan(kind, sizeTarget) };
  };
  return [
    ...kinds.map((textKind) => makeGrownCase(textKind, { textKind })),
    makeGrownCase('oneByteBelow', { bytes: ceiling - 1 }),
    makeGrownCase('mostFields', { fields: limits.includedFields }),
  ];
}

type GrownItem = CoverageItem extends infer Of ? (Of extends `grown.${infer What}` ? What : never) : never;
