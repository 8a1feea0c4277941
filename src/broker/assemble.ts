import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { writeWhole } from '../../model/platform/writeWhole.ts';
import { requireOneOf } from '../../model/values/invalidArgument.ts';
import { explainTwoTables, nameTable } from '../pact/tableClaim.ts';
import { PROVIDER } from '../pact/writeInteraction.ts';
import { Refusal } from './client/refusal.ts';
import { compareBytes } from './compareBytes.ts';
import { listConsumers, type PartSet, readPartSets } from './partSets.ts';
import { readClaimedTable } from './readClaimedTable.ts';
import { writeSortedJson } from './writeSortedJson.ts';

/** The options of {@link assemble}. */
export interface AssembleOptions {
  /** The directory of `parts/`, where the pacts go. */
  readonly dir: string;
  /** Only this consumer; by default every consumer with parts. */
  readonly consumer?: string;
}

/** The result for one consumer. */
export interface Assembled {
  readonly consumer: string;
  /** The pact's file; absent when the table ignores everything. */
  readonly file?: string;
  readonly interactions: number;
  readonly contracts: number;
  /** An earlier pact that was removed, because its consumer no longer reads anything. */
  readonly removedPact?: string;
}

/**
 * Makes `<dir>/<consumer>-aws.cases.json` from the parts of the consumer's table. The bytes depend only on the
 * contracts, not on workers and machines.
 * @throws Refusal if a set is incomplete, or there are two tables: then it writes nothing for any consumer
 */
export function assemble({ dir, consumer }: AssembleOptions): Assembled[] {
  const all = listConsumers(dir);
  const consumers = consumer === undefined ? all : [requireOneOf('--consumer', consumer, all)];
  const sets = consumers.map((name) => readPartSets(dir, name)).filter((ofConsumer) => ofConsumer.length > 0);
  if (sets.length === 0)
    throw new Refusal([`There are no parts in ${path.join(dir, 'parts')}: run the tests that call verify first.`]);
  const refusals = sets.flatMap(listRefusals);
  if (refusals.length > 0) throw new Refusal(refusals);
  return sets.map(([set]) => write(dir, set as PartSet));
}

function listRefusals(sets: readonly PartSet[]): string[] {
  const [set, other] = sets as [PartSet, PartSet?];
  const { consumer, directory, missing, parts } = set;
  if (other !== undefined) {
    return [explainTwoTables(consumer, readClaimedTable(set.directory), readClaimedTable(other.directory)).message];
  }
  if (parts.length === 0) {
    return [
      `${consumer}: no contract of its table has passed${describeTable(directory)}: ${directory} holds no part. Fix the handler, and run these tests again. If it fails on purpose, give verify another dir; if the table is gone, delete that directory.`,
    ];
  }
  if (missing.length > 0) {
    const titles = missing.map((title) => `"${title}"`).join(', ');
    return [
      `${consumer}: the parts of ${titles} are missing (${parts.length} of ${parts.length + missing.length} are there). Usually one of their tests failed, was not run, or does not return the promise of verify. A failing handler leaves no part, even if another handler of the same contract passes. Run the tests again; if they run in shards, copy the parts of all shards into one directory.`,
    ];
  }
  const metadata = parts.flatMap((part) => (part.metadata === undefined ? [] : [part.metadata]));
  if (metadata.some((one) => !isDeepStrictEqual(one, metadata[0]))) {
    return [
      `${consumer}: its parts were written by different versions of Pact. Install the same versions on all machines (npm ci), and run the tests again.`,
    ];
  }
  return [];
}

function describeTable(directory: string): string {
  const table = readClaimedTable(directory);
  return table.testFiles.length === 0 ? '' : `, that of ${nameTable(table)}`;
}

function write(dir: string, { consumer, parts }: PartSet): Assembled {
  const interactions = parts.flatMap((part) => part.interactions);
  const file = path.join(dir, `${consumer}-${PROVIDER}.json`);
  const result = {
    consumer,
    interactions: interactions.length,
    contracts: parts.length,
  };
  const stale = interactions.length === 0 && existsSync(file);
  if (stale) rmSync(file);
  if (interactions.length > 0) {
    const metadata = parts.find((part) => part.metadata !== undefined)?.metadata;
    writePact(file, writePactText(consumer, interactions, metadata));
  }
  return { ...result, ...(interactions.length > 0 ? { file } : {}), ...(stale ? { removedPact: file } : {}) };
}

/** The pact's text, byte for byte as Pact's own library writes it. */
function writePactText(
  consumer: string,
  interactions: readonly { readonly description: string }[],
  metadata: unknown,
): string {
  const sorted = [...interactions].sort((a, b) => compareBytes(a.description, b.description));
  return writeSortedJson({
    consumer: { name: consumer },
    provider: { name: PROVIDER },
    interactions: sorted,
    metadata,
  });
}

function writePact(file: string, text: string): void {
  try {
    writeWhole(file, text);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(`The pact cannot be written to ${file} (${code}). The earlier pact is unchanged.`, { cause });
  }
}
