import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { refusal } from '../../../helpers/refusal.ts';

/** Whether a leaf of this one condition admits the value. */
export function admits(condition: unknown, value: unknown): boolean {
  return eventPattern({ x: [condition] }).matches({ x: value });
}

/** The message that refuses a condition. */
export function refusalFor(condition: unknown): string {
  return refusal(() => eventPattern({ x: [condition] }));
}
