import { readdirSync } from 'node:fs';
import path from 'node:path';
import { PART_EXTENSION, type Part, partsOf, readPart } from '../harness/pact/part.ts';

/** The parts of one table of a consumer: those that are there. */
export interface PartSet {
  readonly consumer: string;
  readonly digest: string;
  readonly directory: string;
  readonly parts: readonly Part[];
  /** Titles of the table that have no part. */
  readonly missing: readonly string[];
  /** When the first and the last part were written, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/**
 * The consumers that have parts in a directory, sorted.
 * @throws Error when there is no such directory
 */
export function consumersIn(dir: string): string[] {
  const parts = path.join(dir, 'parts');
  try {
    return directoriesIn(parts);
  } catch (cause) {
    throw new Error(
      `There are no parts in ${parts}: run the tests that call verify first, or name their directory with --dir.`,
      { cause },
    );
  }
}

/**
 * The sets of parts of a consumer, the newest first.
 * @throws Error when a part is unreadable, half-written or of another table
 */
export function partSetsOf(dir: string, consumer: string): PartSet[] {
  const directory = partsOf(dir, consumer);
  return directoriesIn(directory)
    .flatMap((digest) => partSet(consumer, digest, path.join(directory, digest)))
    .sort((a, b) => b.to - a.to);
}

function partSet(consumer: string, digest: string, directory: string): PartSet[] {
  const files = readdirSync(directory).filter((name) => name.endsWith(PART_EXTENSION));
  const parts = files.sort().map((name) => requireOwn(consumer, digest, path.join(directory, name)));
  const [first] = parts;
  if (first === undefined) return [];
  const times = parts.map(({ writtenAt }) => Date.parse(writtenAt));
  const missing = first.titles.filter((title) => !parts.some((part) => part.title === title));
  return [{ consumer, digest, directory, parts, missing, from: Math.min(...times), to: Math.max(...times) }];
}

function requireOwn(consumer: string, digest: string, file: string): Part {
  const part = readPart(file);
  if (part.consumer === consumer && part.digest === digest) return part;
  throw new Error(
    `${file} is a part of ${part.consumer}, table ${part.digest}, and lies among those of ${consumer}, table ${digest}. Copy the directories below parts/ as they are; delete this one and run the tests again.`,
  );
}

function directoriesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
