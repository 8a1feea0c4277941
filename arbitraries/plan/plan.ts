import type { Identity } from '../../model/values/identity.ts';
import type { TextKind } from '../values/textPool.ts';
import type { EventKind } from '../variations/eventKind.ts';
import type { Variation, VariationPoint } from '../variations/variationPoint.ts';

/**
 * An event as its differences from the sample: for each point the number of a variation (0 for the sample's value) and
 * a parameter. Drawing, shrinking and comparing work on these integers, not on texts.
 */
export interface Plan<Kind extends EventKind = EventKind> {
  readonly kind: Kind;
  readonly variations: Uint8Array;
  readonly parameters: Int32Array;
  readonly sizeTarget: SizeTarget | undefined;
  /** Makes ids and instants unique within a run; without it they are the sample's. */
  readonly identity?: Identity | undefined;
}

/** How to pad an event to an exact entry size. */
export interface SizeTarget {
  /** The entry size, in bytes. */
  readonly bytes: number;
  /** The caller asked for the size: shrinking keeps it. */
  readonly isExact: boolean;
  readonly textKind: TextKind;
  /**
   * How many fields to add if they fit, and at least as many as the size needs. `'none'` keeps the domain as it is
   * configured.
   */
  readonly fields: number | 'none';
  /** The seed of new texts; without it they are cut from a pool. */
  readonly freshTexts?: number;
  /** The seed of new ids for added fields; without it they come from a catalogue. */
  readonly freshIds?: number;
}

/** The plan of the sample. */
export function makeSamplePlan<Kind extends EventKind>(kind: Kind, sizeTarget?: SizeTarget): Plan<Kind> {
  const count = kind.points.length;
  return { kind, variations: new Uint8Array(count), parameters: allocateParameters(count), sizeTarget };
}

const CHUNK = 16_384;
let chunk = new ArrayBuffer(CHUNK);
let used = 0;

/** Zeros in memory that many plans share: an own Int32Array costs four times as much. */
function allocateParameters(count: number): Int32Array {
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

/** The variation of a plan at a point, or undefined for the sample's value. */
export function getVariation(plan: Plan, point: number): Variation | undefined {
  const number = plan.variations[point] as number;
  return number === 0 ? undefined : (plan.kind.points[point] as VariationPoint).variations[number - 1];
}

/** Whether every variation of a plan is plain. */
export function isPlainPlan(plan: Plan): boolean {
  for (let point = 0; point < plan.variations.length; point++) {
    const variation = getVariation(plan, point);
    if (variation !== undefined && variation.plain !== true) return false;
  }
  return true;
}

/** Sets a point of a new plan to a variation. */
export function setVariation(plan: Plan, point: number, variation: number, parameter: number): void {
  const { size } = (plan.kind.points[point] as VariationPoint).variations[variation] as Variation;
  plan.variations[point] = variation + 1;
  plan.parameters[point] = size === undefined ? parameter : size.least + (parameter % (size.most - size.least + 1));
}

/** Sets a point of a new plan to a variation of full size. */
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
