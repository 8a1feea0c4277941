import { readdirSync } from 'node:fs';
import path from 'node:path';
import { capitalize, readStats } from '../../model/platform/readFileText.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { ATTEMPT_EXTENSION } from '../pact/attempt.ts';
import { getPartsDirectory, PART_EXTENSION, type Part, readPart } from '../pact/part.ts';

/** The existing parts of one table of a consumer. */
export interface PartSet {
  readonly consumer: string;
  readonly digest: string;
  readonly directory: string;
  readonly parts: readonly Part[];
  /** Titles of the table without a part. */
  readonly missing: readonly string[];
}

/**
 * The consumers with parts in a directory, sorted.
 * @throws Error if the directory does not exist; InvalidArgumentError for a dangling link in it
 */
export function listConsumers(dir: string): string[] {
  const parts = path.join(dir, 'parts');
  try {
    return listDirectories(parts);
  } catch (cause) {
    if (cause instanceof InvalidArgumentError) throw cause;
    throw new Error(
      `There are no parts in ${parts}: run the tests that call verify first, or name their directory with --dir.`,
      { cause },
    );
  }
}

/**
 * The sets of parts of a consumer: one for each table.
 * @throws Error if a part is unreadable, half-written or from another table
 */
export function readPartSets(dir: string, consumer: string): PartSet[] {
  const directory = getPartsDirectory(dir, consumer);
  return listDirectories(directory).map((digest) => readPartSet(consumer, digest, path.join(directory, digest)));
}

function readPartSet(consumer: string, digest: string, directory: string): PartSet {
  const names = readdirSync(directory);
  const files = names.filter((name) => name.endsWith(PART_EXTENSION) && !isDisputed(name, names));
  const parts = files.sort().map((name) => requireOwn(consumer, digest, path.join(directory, name)));
  requireOnce(directory, files, parts);
  const missing = (parts[0]?.rows ?? [])
    .map(({ title }) => title)
    .filter((title) => !parts.some((part) => part.title === title));
  return { consumer, digest, directory, parts, missing };
}

/** Whether a handler has not passed although another one has written the part, as in merged directories of shards. */
function isDisputed(part: string, names: readonly string[]): boolean {
  return names.some((name) => name.startsWith(`${part}.`) && name.endsWith(ATTEMPT_EXTENSION));
}

function requireOnce(directory: string, files: readonly string[], parts: readonly Part[]): void {
  const again = parts.findIndex(({ title }, index) => parts.findIndex((part) => part.title === title) < index);
  if (again < 0) return;
  const title = parts[again]?.title;
  const first = parts.findIndex((part) => part.title === title);
  throw new Error(
    `${files[first]} and ${files[again]} in ${directory} are both the part of "${title}". Delete the copy, or both and run the tests again.`,
  );
}

function requireOwn(consumer: string, digest: string, file: string): Part {
  const part = readPart(file);
  if (part.consumer === consumer && part.digest === digest) return part;
  throw new Error(
    `${file} is a part of ${part.consumer}, table ${part.digest}, and lies among those of ${consumer}, table ${digest}. Copy the directories below parts/ as they are; delete this one and run the tests again.`,
  );
}

function listDirectories(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || (entry.isSymbolicLink() && leadsToDirectory(directory, entry.name)))
    .map(({ name }) => name)
    .sort();
}

/** A link may lead to parts elsewhere. If it is dangling, parts are missing. */
function leadsToDirectory(directory: string, name: string): boolean {
  const place = path.join(directory, name);
  try {
    return readStats(place).isDirectory();
  } catch (error) {
    throw new InvalidArgumentError({
      argument: place,
      received: undefined,
      shown: 'not a folder',
      allowed: 'a folder of parts, or a link to one',
      because: capitalize((error as Error).message),
      todo: 'Fix it, or delete it',
    });
  }
}
