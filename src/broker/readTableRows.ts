import type { TableRow } from '../../contracts/contract.ts';
import { InvalidArgumentError, listWords, requireOneOf } from '../../model/values/invalidArgument.ts';
import { explainTwoTables } from '../pact/tableClaim.ts';
import { Refusal } from './client/refusal.ts';
import { listConsumers, readPartSets } from './partSets.ts';
import { readClaimedTable } from './readClaimedTable.ts';

/** The rows of a consumer's table. */
export interface TableRows {
  readonly consumer: string;
  readonly rows: readonly TableRow[];
}

/**
 * Reads the rows of a consumer's table from the parts that `verify` wrote: each part names all of them, so one suffices.
 * @param consumer may be omitted if only one consumer has parts
 * @throws InvalidArgumentError for an unknown consumer, Refusal if no part or parts of two tables are there
 */
export function readTableRows(dir: string, consumer?: string): TableRows {
  const name = requireOne(listConsumers(dir), consumer);
  const sets = readPartSets(dir, name);
  const [table, other] = sets.map(({ directory }) => readClaimedTable(directory));
  if (table !== undefined && other !== undefined) throw new Refusal([explainTwoTables(name, table, other).message]);
  const [part] = sets[0]?.parts ?? [];
  if (part === undefined) {
    throw new Refusal([
      `${name}: no contract of its table has passed, and only parts name its rows. Run the tests that call verify, and let one of them pass.`,
    ]);
  }
  return { consumer: name, rows: part.rows };
}

function requireOne(all: readonly string[], consumer: string | undefined): string {
  if (consumer !== undefined) return requireOneOf('--consumer', consumer, all);
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  if (all.length === 0) throw new Refusal(['No consumer has parts: run the tests that call verify first.']);
  throw new InvalidArgumentError({
    argument: '--consumer',
    received: undefined,
    shown: 'missing',
    allowed: `one of ${listWords(all)}`,
    because: 'Parts of several consumers are there',
  });
}
