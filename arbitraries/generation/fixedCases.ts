import { limits } from '../../model/facts/limits.ts';
import { relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import type { Fill } from '../plan/plan.ts';
import { copyPlan, type Plan, samplePlan, setSlotFully } from '../plan/plan.ts';
import { growsWithDomain, largestFill, mostOf, reachAsConfigured, reachOf } from '../size/fill.ts';
import { type TextKind, textKinds } from '../values/textPool.ts';
import { type Bullet, bullets, type PlannedClass } from '../variations/classes.ts';
import type { Shape } from '../variations/shape.ts';
import type { Slot, Variation } from '../variations/slot.ts';
import { canFill, everythingAbsent, placesOf, setLongIdentifiers } from './drawPlan.ts';

/** An event that every run of `verify` tries: the sample with one difference, or with those of one bullet. */
export interface FixedCase {
  readonly class: PlannedClass;
  readonly bullet: Bullet;
  readonly plan: Plan;
}

/**
 * Every bullet of every class that the shape admits, and every variation of the places that are read: `reads` are
 * steps from the event's root. What is not read occurs once per bullet.
 */
export function fixedCases(shape: Shape, reads: readonly (readonly string[])[], ceiling: number): FixedCase[] {
  const seen = new Set<Bullet>();
  const cases: FixedCase[] = [];
  for (const eventClass of ['typical', 'sparse', 'edge', 'open', 'limit'] as const) {
    for (const { slot, variation } of readFirst(shape, eventClass, reads)) {
      const { bullet } = variationOf(shape, slot, variation);
      if (seen.has(bullet) && !isRead(shape.slots[slot] as Slot, reads)) continue;
      seen.add(bullet);
      const plan = samplePlan(shape);
      setSlotFully(plan, slot, variation);
      cases.push({ class: eventClass, bullet, plan });
    }
  }
  return [
    ...cases,
    ...combinations(shape),
    ...(canFill(shape) ? [...grownCases(shape, ceiling), ...largestCases(shape, ceiling)] : []),
  ];
}

/** The bullets that a list of cases lacks: what the domain's configuration makes impossible. */
export function missingBullets(cases: readonly FixedCase[]): Bullet[] {
  const seen = new Set(cases.map(({ bullet }) => bullet));
  return Object.values(bullets).flatMap((ofClass) => ofClass.filter((bullet) => !seen.has(bullet)));
}

function readFirst(
  shape: Shape,
  eventClass: PlannedClass,
  reads: readonly (readonly string[])[],
): { slot: number; variation: number }[] {
  const places = placesOf(shape, eventClass);
  const read = places.filter(({ slot }) => isRead(shape.slots[slot] as Slot, reads));
  return [...read, ...places.filter((place) => !read.includes(place))];
}

function isRead({ steps }: Slot, reads: readonly (readonly string[])[]): boolean {
  return reads.some((read) => {
    const common = Math.min(read.length, steps.length);
    return read.slice(0, common).every((step, index) => step === steps[index]);
  });
}

function variationOf(shape: Shape, slot: number, variation: number): Variation {
  return (shape.slots[slot] as Slot).variations[variation] as Variation;
}

function combinations(shape: Shape): FixedCase[] {
  const absent = everythingAbsent(samplePlan(shape));
  const cases: FixedCase[] = [{ class: 'sparse', bullet: 'everything optional absent', plan: absent }];
  if (shape.itemType !== '' && !isKnown(shape.itemType)) {
    cases.push({ class: 'open', bullet: 'item type of tomorrow', plan: samplePlan(shape) });
  }
  return cases;
}

function isKnown(itemType: string): boolean {
  return (relatedItemTypes as readonly string[]).includes(itemType);
}

/** The largest events of the domain as it is configured, up to the ceiling. */
function largestCases(shape: Shape, ceiling: number): FixedCase[] {
  const full = (bullet: Bullet, kind: TextKind, plan: Plan = samplePlan(shape), less: number = 0): FixedCase => ({
    class: 'limit',
    bullet,
    plan: copyPlan({ ...plan, fill: largestFill(plan, kind, ceiling, less) }),
  });
  const { least, most } = reachAsConfigured(samplePlan(shape), LARGEST);
  // Nothing in these events can take a single byte more.
  if (least === most) return [];
  const long = samplePlan(shape);
  setLongIdentifiers(long);
  return [
    ...textKinds.map((kind) => full(`largest, ${kind}`, kind)),
    full('one byte below the largest', LARGEST, samplePlan(shape), 1),
    full('long ids at the largest', LARGEST, long),
  ];
}

/** The kind of text that takes most bytes. */
const LARGEST = 'escapes';

/** The largest events of the domain when fields are added to it: one may have many more than today, and reach the ceiling. */
function grownCases(shape: Shape, upTo: number): FixedCase[] {
  if (!growsWithDomain(shape)) return [];
  const ceiling = Math.min(upTo, reachOf(shape).most);
  const kinds = textKinds.filter((kind) => mostOf(shape, kind) >= ceiling);
  const [kind = LARGEST] = kinds;
  const grown = (what: GrownBullet, change: Partial<Fill>): FixedCase => {
    const fill: Fill = { bytes: ceiling, pinned: false, kind, fields: 0, ...change };
    return { class: 'open', bullet: `fields added to the domain, ${what}`, plan: samplePlan(shape, fill) };
  };
  return [
    ...kinds.map((kind) => grown(kind, { kind })),
    grown('one byte below the ceiling', { bytes: ceiling - 1 }),
    grown('as many as can be included', { fields: limits.includedFields }),
  ];
}

type GrownBullet = Bullet extends infer Of
  ? Of extends `fields added to the domain, ${infer What}`
    ? What
    : never
  : never;
