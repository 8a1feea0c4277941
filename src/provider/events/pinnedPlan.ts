import { build } from '../../../arbitraries/generation/build.ts';
import { copyPlan, type Plan, samplePlan, setSlotFully, variationAt } from '../../../arbitraries/plan/plan.ts';
import type { Shape } from '../../../arbitraries/variations/shape.ts';
import type { Pin } from '../interaction/pins.ts';

/** Turns a plan into one whose event satisfies some states, and that differs in nothing else; undefined where it cannot. */
export type Pinner = (plan: Plan) => Plan | undefined;

/**
 * How the plans of a shape are made to satisfy some states: what a state needs comes from the sample, or from the first
 * variation that brings it; variations that take it away are left out.
 * @returns the pinner, or the state that no event of the shape satisfies
 */
export function pinnerOf(shape: Shape, pins: readonly Pin[]): Pinner | { readonly impossible: Pin } {
  if (pins.length === 0) return (plan) => plan;
  const base = samplePlan(shape);
  for (const pin of pins) {
    if (!satisfies(base, [pin]) && !provide(base, pin)) return { impossible: pin };
  }
  const lost = pins.find((pin) => !satisfies(base, [pin]));
  if (lost !== undefined) return { impossible: lost };
  const breaks = breakersOf(base, pins);
  return (plan) => {
    const pinned = copyPlan(plan);
    for (let slot = 0; slot < pinned.variations.length; slot++) {
      const variation = pinned.variations[slot] as number;
      if (variation === 0 || breaks.has(key(slot, variation))) take(pinned, base, slot);
    }
    return satisfies(pinned, pins) ? pinned : undefined;
  };
}

function satisfies(plan: Plan, pins: readonly Pin[]): boolean {
  const event = build(plan);
  return pins.every((pin) => pin.holds(event));
}

/** Sets the first variation that brings what a state needs. */
function provide(base: Plan, pin: Pin): boolean {
  for (const [slot, variation] of variationsOf(base.shape)) {
    if (base.variations[slot] !== 0) continue;
    setSlotFully(base, slot, variation - 1);
    if (satisfies(base, [pin])) return true;
    base.variations[slot] = 0;
    base.parameters[slot] = 0;
  }
  return false;
}

/** The variations that alone would take away what the states need. */
function breakersOf(base: Plan, pins: readonly Pin[]): ReadonlySet<number> {
  const breaks = new Set<number>();
  for (const [slot, variation] of variationsOf(base.shape)) {
    const changed = copyPlan(base);
    setSlotFully(changed, slot, variation - 1);
    if (!satisfies(changed, pins)) breaks.add(key(slot, variation));
  }
  return breaks;
}

/** Every variation of every slot, numbered from 1 as in plans. */
function* variationsOf({ slots }: Shape): Iterable<readonly [slot: number, variation: number]> {
  for (const [slot, { variations }] of slots.entries()) {
    for (let variation = 1; variation <= variations.length; variation++) yield [slot, variation];
  }
}

function key(slot: number, variation: number): number {
  return slot * 256 + variation;
}

function take(plan: Plan, base: Plan, slot: number): void {
  plan.variations[slot] = base.variations[slot] as number;
  plan.parameters[slot] = base.parameters[slot] as number;
}

/** A text that is the same for plans that make the same event of the same shape. */
export function identityOf(plan: Plan): string {
  const differing: string[] = [];
  for (let slot = 0; slot < plan.variations.length; slot++) {
    if (variationAt(plan, slot) !== undefined) {
      differing.push(`${slot}:${plan.variations[slot]}:${plan.parameters[slot]}`);
    }
  }
  return `${differing.join()} ${JSON.stringify(plan.fill)}`;
}
