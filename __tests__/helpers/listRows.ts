import type { Contract, TableRow } from '../../contracts/contract.ts';

/** The rows of the table that some contracts are made of. */
export function listRows([first]: readonly Contract[]): readonly TableRow[] {
  return (first as Contract).table.rows;
}
