import type { Identity } from '../values/identity.ts';
import type { TextKind } from '../values/textPool.ts';
import type { Shape } from '../variations/shape.ts';
import type { Slot, Variation } from '../variations/slot.ts';

/**
 * An event as its differences from the sample: for each slot of the shape the number of a variation (0: as in the
 * sample) and its parameter. Drawing, shrinking and comparing work on these few integers, never on characters.
 */
export interface Plan {
  readonly shape: Shape;
  readonly variations: Uint8Array;
  readonly parameters: Int32Array;
  readonly fill: Fill | undefined;
  /** Which event of a run it is; without it the ids and instants are the sample's own. */
  readonly identity?: Identity | undefined;
}

/** How an event is brought to an exact entry size. */
export interface Fill {
  /** The entry size, in bytes. */
  readonly bytes: number;
  /** The size was asked for: it stays when the plan shrinks. */
  readonly pinned: boolean;
  readonly kind: TextKind;
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
export function samplePlan(shape: Shape, fill?: Fill): Plan {
  const count = shape.slots.length;
  return { shape, variations: new Uint8Array(count), parameters: newParameters(count), fill };
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

/** The variation that a plan has in a slot, or undefined where the slot is as in the sample. */
export function variationAt(plan: Plan, slot: number): Variation | undefined {
  const number = plan.variations[slot] as number;
  return number === 0 ? undefined : (plan.shape.slots[slot] as Slot).variations[number - 1];
}

/** Whether every variation of a plan is plain. */
export function isPlainPlan(plan: Plan): boolean {
  for (let slot = 0; slot < plan.variations.length; slot++) {
    const variation = variationAt(plan, slot);
    if (variation !== undefined && variation.plain !== true) return false;
  }
  return true;
}

/** Sets a slot of a plan that is still being made. */
export function setSlot(plan: Plan, slot: number, variation: number, parameter: number): void {
  const { size } = (plan.shape.slots[slot] as Slot).variations[variation] as Variation;
  plan.variations[slot] = variation + 1;
  plan.parameters[slot] = size === undefined ? parameter : size.least + (parameter % (size.most - size.least + 1));
}

/** Sets a slot to a variation at its full size. */
export function setSlotFully(plan: Plan, slot: number, variation: number): void {
  const { size } = (plan.shape.slots[slot] as Slot).variations[variation] as Variation;
  plan.variations[slot] = variation + 1;
  plan.parameters[slot] = size === undefined ? 1 : size.most;
}

/** The slots in which a plan differs from the sample. */
export function differingSlots(plan: Plan): number[] {
  const slots: number[] = [];
  plan.variations.forEach((variation, slot) => {
    if (variation !== 0) slots.push(slot);
  });
  return slots;
}

/** A copy of a plan that can be changed. */
export function copyPlan(plan: Plan): Plan {
  return { ...plan, variations: plan.variations.slice(), parameters: plan.parameters.slice() };
}
