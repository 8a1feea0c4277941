import type { Identity } from '../../model/values/identity.ts';
import type { TextKind } from '../values/textPool.ts';
import type { EventKind } from '../variations/eventKind.ts';
import type { Variation, VariationPoint } from '../variations/variationPoint.ts';

/**
 * An event as its differences from the sample: for each point of the event kind the number of a variation (0: as in the
 * sample) and its parameter. Drawing, shrinking and comparing work on these few integers, never on characters.
 */
export interface Plan<Kind extends EventKind = EventKind> {
  readonly kind: Kind;
  readonly variations: Uint8Array;
  readonly parameters: Int32Array;
  readonly sizeTarget: SizeTarget | undefined;
  /** Which event of a run it is; without it the ids and instants are the sample's own. */
  readonly identity?: Identity | undefined;
}

/** How an event is brought to an exact entry size. */
export interface SizeTarget {
  /** The entry size, in bytes. */
  readonly bytes: number;
  /** The size was asked for: it stays when the plan shrinks. */
  readonly pinned: boolean;
  readonly textKind: TextKind;
  /**
   * How many fields to add, where that many fit; as many as the size needs are added anyway. `'none'`: the event is one of
   * the domain as it is configured.
   */
  readonly fields: number | 'none';
  /** Makes every character of the texts anew, from this seed; they are cut from a pool when not given. */
  readonly freshTexts?: number;
  /** Makes the ids of added fields anew, from this seed; they are those of a catalogue when not given. */
  readonly freshIds?: number;
}

/** The plan of the sample. */
export function samplePlan<Kind extends EventKind>(kind: Kind, sizeTarget?: SizeTarget): Plan<Kind> {
  const count = kind.points.length;
  return { kind, variations: new Uint8Array(count), parameters: newParameters(count), sizeTarget };
}

const CHUNK = 16_384;
let chunk = new ArrayBuffer(CHUNK);
let used = 0;

/** Zeros, as a part of memory that many plans share: an Int32Array of its own costs four times as much. */
function newParameters(count: number): Int32Array {
  const bytes = count * Int32Array.BYTES_PER_ELEMENT;
  if (bytes > CHUNK) return new Int32Array(count);
  if (used + bytes > CHUNK) {
    chunk = new ArrayBuffer(CHUNK);
    used = 0;
  }
  const parameters = new Int32Array(chunk, used, count);
  used += bytes;
  return parameters;
}

/** The variation that a plan has in a point, or undefined where the point is as in the sample. */
export function variationAt(plan: Plan, point: number): Variation | undefined {
  const number = plan.variations[point] as number;
  return number === 0 ? undefined : (plan.kind.points[point] as VariationPoint).variations[number - 1];
}

/** Whether every variation of a plan is plain. */
export function isPlainPlan(plan: Plan): boolean {
  for (let point = 0; point < plan.variations.length; point++) {
    const variation = variationAt(plan, point);
    if (variation !== undefined && variation.plain !== true) return false;
  }
  return true;
}

/** Sets a point of a plan that is still being made. */
export function setVariation(plan: Plan, point: number, variation: number, parameter: number): void {
  const { size } = (plan.kind.points[point] as VariationPoint).variations[variation] as Variation;
  plan.variations[point] = variation + 1;
  plan.parameters[point] = size === undefined ? parameter : size.least + (parameter % (size.most - size.least + 1));
}

/** Sets a point to a variation at its full size. */
export function setFullVariation(plan: Plan, point: number, variation: number): void {
  const { size } = (plan.kind.points[point] as VariationPoint).variations[variation] as Variation;
  plan.variations[point] = variation + 1;
  plan.parameters[point] = size === undefined ? 1 : size.most;
}

/** The points in which a plan differs from the sample. */
export function listDifferingPoints(plan: Plan): number[] {
  const points: number[] = [];
  plan.variations.forEach((variation, point) => {
    if (variation !== 0) points.push(point);
  });
  return points;
}

/** A copy of a plan that can be changed. */
export function copyPlan<Kind extends EventKind>(plan: Plan<Kind>): Plan<Kind> {
  return { ...plan, variations: plan.variations.slice(), parameters: plan.parameters.slice() };
}
