import { isObjectOrList } from '../model/values/isObjectOrList.ts';

/** The type of {@link undelivered}. */
export interface Undelivered {
  /** Distinguishes the row from a list of paths. */
  readonly undelivered: true;
}

/**
 * A row of a table: the rule before the handler delivers none of these events. It needs the option `rule`, and `verify`
 * proves it.
 */
export const undelivered: Undelivered = Object.freeze({ undelivered: true });

/** Whether a row is {@link undelivered}. It compares structure, so that two copies of the package understand each other. */
export function isUndelivered(row: unknown): row is Undelivered {
  return isObjectOrList(row) && row.undelivered === true;
}
