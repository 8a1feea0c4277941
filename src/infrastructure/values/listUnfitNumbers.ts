import { settingRanges } from '../../../model/facts/limits.ts';
import { type Resolved, Unresolved } from './resolved.ts';
import { settle, settleNumber } from './settle.ts';

/** A number of a template that AWS refuses. */
export interface UnfitNumber {
  readonly id: string;
  /** Its property, by the name in CloudFormation. */
  readonly property: string;
  readonly received: unknown;
  readonly least: number;
  readonly most: number;
}

/**
 * The numbers of a resource that AWS refuses. A number may be written as a text.
 * @param values the settings as the template has them
 */
export function listUnfitNumbers(
  id: string,
  values: { readonly [Name in keyof typeof settingRanges]?: Resolved },
): readonly UnfitNumber[] {
  return (Object.keys(values) as (keyof typeof settingRanges)[]).flatMap((name) => {
    const received = settle(values[name]);
    if (received === undefined || received === null || received instanceof Unresolved) return [];
    const range = settingRanges[name];
    const number = settleNumber(values[name]) as number;
    const fits = Number.isInteger(number) && number >= range.least && number <= range.most;
    return fits ? [] : [{ id, received, ...range }];
  });
}
