import { ignored } from '../../contracts/ignored.ts';
import type { Table } from '../../contracts/table.ts';

/** The table of a consumer without any read: a test adds the rows that it needs. */
export const ignoringAll = {
  'CASE.CREATED': ignored,
  'CASE.UPDATED': ignored,
  'CASE.DELETED': ignored,
  'RELATED_ITEM.CREATED': ignored,
  'RELATED_ITEM.UPDATED': ignored,
  'RELATED_ITEM.DELETED': ignored,
} as const satisfies Table;
