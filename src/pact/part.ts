import type { Contract, TableRow } from '../../contracts/contract.ts';
import { buildInteractions } from '../../contracts/interaction.ts';
import { fs, path } from '../../model/platform/nodeModules.ts';
import { capitalize, NoFile, readFileText, UnreadInput } from '../../model/platform/readFileText.ts';
import { writeWhole } from '../../model/platform/writeWhole.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import packageJson from '../../package.json';
import { type PactInteraction, type WrittenPact, writeInteraction } from './writeInteraction.ts';

/** The interactions of one contract for its consumer's pact. A contract that ignores its events has none. */
export interface Part {
  readonly format: typeof FORMAT;
  /** The version of this package. */
  readonly version: string;
  readonly consumer: string;
  readonly digest: string;
  readonly title: string;
  /** All rows of the table: the set of parts is complete with a part for each. */
  readonly rows: readonly TableRow[];
  /** Coverage items that do not apply to this contract: its domain leaves them out, or its event type lacks them. */
  readonly notApplicable: readonly string[];
  /** Pact's own metadata; absent without an interaction. */
  readonly metadata?: unknown;
  readonly interactions: readonly PactInteraction[];
}

const FORMAT = 'connect-cases-contracts part 3';

/** The extension of parts. No test runner watches it. */
export const PART_EXTENSION = '.part';

/** The directory of a consumer's parts, with one directory below it for each table. */
export function getPartsDirectory(dir: string, consumer: string): string {
  return path.join(dir, 'parts', consumer);
}

/** The file of a contract's part. Only that contract writes it. */
export function getPartPath(dir: string, { consumer, eventType, itemType, table }: Contract): string {
  const name = itemType === undefined ? eventType : `${eventType}-${itemType}`;
  return path.join(getPartsDirectory(dir, consumer), table.digest, `${name}${PART_EXTENSION}`);
}

/**
 * Removes the part of a contract before its handler is called: a handler that fails must leave no part.
 * @throws Error if the directory cannot be written
 */
export function deletePart(dir: string, contract: Contract): void {
  const file = getPartPath(dir, contract);
  try {
    fs.rmSync(file, { force: true });
    if (isThere(file)) throw Object.assign(new Error('it is still there'), { code: 'it is still there' });
  } catch (cause) {
    throw makeUnwritableError(contract, file, cause, NOT_CALLED);
  }
}

/** Whether a file exists, by any of three ways: a test's spy may replace one of them, but seldom all. */
function isThere(file: string): boolean {
  if (fs.existsSync(file) || fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined) return true;
  try {
    return fs.readdirSync(path.dirname(file)).includes(path.basename(file));
  } catch {
    return false;
  }
}

/**
 * Writes the part of a contract whose handler has passed: whole, or not at all.
 * @throws Error if the directory cannot be written, or Pact is missing
 */
export async function writePart(dir: string, contract: Contract, notApplicable: readonly string[] = []): Promise<void> {
  const { consumer, title, table } = contract;
  const pacts: WrittenPact[] = [];
  for (const interaction of buildInteractions(contract)) pacts.push(await writeInteraction(consumer, interaction));
  const part: Part = {
    format: FORMAT,
    version: packageJson.version,
    consumer,
    digest: table.digest,
    title,
    rows: table.rows,
    notApplicable,
    ...(pacts[0] === undefined ? {} : { metadata: pacts[0].metadata }),
    interactions: pacts.flatMap(({ interactions }) => interactions),
  };
  const file = getPartPath(dir, contract);
  try {
    writeWhole(file, JSON.stringify(part, null, 2));
  } catch (cause) {
    throw makeUnwritableError(contract, file, cause, 'The handler passed; its pact is not complete.');
  }
}

/** The consequence before a handler is called. */
export const NOT_CALLED = 'The handler was not called, because its part of the pact could not be kept.';

/** The error for a directory of parts that cannot be written; `so` states the consequence. */
export function makeUnwritableError({ title }: Contract, file: string, cause: unknown, so: string): Error {
  const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
  return new Error(
    `The part of "${title}" cannot be written to ${file} (${code}). ${so} Make the directory writable, or name another one in options.dir.`,
    { cause },
  );
}

/**
 * Reads a part.
 * @throws InvalidArgumentError if it is not a file; Error if it is unreadable, half-written, or not a part
 */
export function readPart(file: string): Part {
  let part: Partial<Part> | null;
  try {
    part = JSON.parse(readFileText(file)) as Partial<Part> | null;
  } catch (cause) {
    if (cause instanceof NoFile) throw refuseNoPart(file, cause);
    throw new Error(explainUnread(file, cause as Error), { cause });
  }
  if (part?.format === FORMAT && isWhole(part)) return part as Part;
  throw new Error(
    `${file} was not written by this version of connect-cases-contracts (allowed: ${FORMAT}). Delete it and run the tests again.`,
  );
}

/** A pipe or device would block, or never end. */
function refuseNoPart(file: string, { message }: NoFile): Error {
  return new InvalidArgumentError({
    argument: file,
    received: undefined,
    shown: 'not a part',
    allowed: 'a file that verify wrote',
    because: capitalize(message),
    todo: 'Delete it and run the tests again',
  });
}

function explainUnread(file: string, cause: Error): string {
  if ((cause.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    return `${file} disappeared while the command ran: tests that call verify are still running. Run the command again when they have finished.`;
  }
  if (cause instanceof UnreadInput) {
    return `${file} cannot be read as a part (${cause.message}). Make it a file that can be read.`;
  }
  return `${file} cannot be read as a part: it is unreadable or half-written. Delete it and run the tests again.`;
}

function isWhole({ consumer, digest, title, rows, interactions }: Partial<Part>): boolean {
  const texts = [consumer, digest, title].every((text) => typeof text === 'string');
  return (
    texts &&
    Array.isArray(interactions) &&
    interactions.every((interaction) => typeof interaction?.description === 'string') &&
    Array.isArray(rows) &&
    rows.some((row) => row?.title === title)
  );
}
