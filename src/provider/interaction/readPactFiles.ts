import { readdirSync } from 'node:fs';
import path from 'node:path';
import { attempt, readFileText, readStats } from '../../../model/platform/readFileText.ts';
import { readInputText } from '../../../model/platform/readInputText.ts';
import { type Pact, parsePact } from './pact.ts';

/** A pact and its place. */
export interface PactFile {
  readonly pact: Pact;
  /** The file, or the address at a broker. */
  readonly address: string;
  /** Its text: Pact's verifier reads it from a file of ours, and gets no credentials. */
  readonly text: string;
}

/** Some pacts, and those that cannot be read, with the reason. */
export interface FoundPacts {
  readonly pacts: readonly PactFile[];
  readonly unread: readonly UnreadPact[];
}

/** A pact without a verdict. */
export interface UnreadPact {
  readonly source: string;
  readonly problem: string;
}

/**
 * The pacts with a provider in some files and folders. A folder's pacts with other providers are skipped. An unreadable
 * pact is named, and does not affect the others.
 * @throws Error of one sentence per reason if there is none
 */
export async function readPactFiles(places: readonly string[], provider: string): Promise<FoundPacts> {
  const pacts: PactFile[] = [];
  const unread: UnreadPact[] = [];
  for (const place of places) {
    for (const file of listFiles(place, unread)) {
      try {
        const text = await readText(file, file === place);
        const pact = parsePact(file, text);
        if (pact.provider === provider) pacts.push(requireVerifiable({ pact, address: path.resolve(file), text }));
        else if (file === place) throw new Error(explainOtherProvider(pact, provider));
      } catch (error) {
        unread.push({ source: file, problem: (error as Error).message });
      }
    }
  }
  if (pacts.length > 0) return { pacts, unread };
  if (unread.length > 0) throw new Error(unread.map(({ problem }) => problem).join('\n'));
  throw new Error(
    `There is no pact with ${provider} in ${places.join(', ')}. Run connect-cases assemble first, or name the files of the pacts.`,
  );
}

/** @throws Error of one sentence if Pact's verifier cannot verify the pact */
export function requireVerifiable(file: PactFile): PactFile {
  if (file.pact.unverifiable === undefined) return file;
  throw new Error(file.pact.unverifiable);
}

function explainOtherProvider({ source, provider: its }: Pact, provider: string): string {
  return `${source} is a pact with ${its}, not with ${provider}. Name its provider with --provider, or leave it out.`;
}

/** The file itself, or the JSON files directly in a folder. */
function listFiles(place: string, unread: UnreadPact[]): string[] {
  try {
    if (!readStats(place).isDirectory()) return [place];
    return attempt(() => readdirSync(place))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => path.join(place, name));
  } catch (error) {
    unread.push({ source: place, problem: explainUnread(place, error as Error) });
    return [];
  }
}

/** Reads a pipe only if it is named directly. */
async function readText(file: string, named: boolean): Promise<string> {
  try {
    return named ? await readInputText(file) : readFileText(file);
  } catch (error) {
    throw new Error(explainUnread(file, error as Error), { cause: error });
  }
}

function explainUnread(place: string, { message }: Error): string {
  return `${place} cannot be read (${message}).`;
}
