import { isObjectOrList } from '../model/values/isObjectOrList.ts';

/** The type of {@link ignored}. */
export interface Ignored {
  /** Distinguishes the row from a list of paths. */
  readonly ignored: true;
}

/** A row of a table: the handler reads nothing of these events, but must survive them. */
export const ignored: Ignored = Object.freeze({ ignored: true });

/** Whether a row is {@link ignored}. It compares structure, so that two copies of the package understand each other. */
export function isIgnored(row: unknown): row is Ignored {
  return isObjectOrList(row) && row.ignored === true;
}
