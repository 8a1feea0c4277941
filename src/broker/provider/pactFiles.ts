import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Pact, pactIn } from './pact.ts';

/** A pact, and where it is. */
export interface PactFile {
  readonly pact: Pact;
  /** The file, or the address at a broker. */
  readonly address: string;
  /** As a broker gave it: Pact's verifier reads it from a file, and gets no credentials. */
  readonly text?: string;
}

/**
 * The pacts with a provider in some files and folders; in a folder, those with other providers are passed over.
 * @throws Error of one sentence when there is none, or a file is no pact
 */
export function pactFiles(paths: readonly string[], provider: string): PactFile[] {
  const files = paths.flatMap((place) => filesAt(place).map((file) => ({ file, named: file === place })));
  const pacts = files.map(({ file, named }) => ({
    named,
    address: path.resolve(file),
    pact: pactIn(file, read(file)),
  }));
  const other = pacts.find(({ named, pact }) => named && pact.provider !== provider);
  if (other !== undefined) {
    const { source, provider: its } = other.pact;
    throw new Error(
      `${source} is a pact with ${its}, not with ${provider}. Name its provider with --provider, or leave it out.`,
    );
  }
  const ours = pacts.filter(({ pact }) => pact.provider === provider);
  if (ours.length > 0) return ours.map(({ pact, address }) => ({ pact, address }));
  throw new Error(
    `There is no pact with ${provider} in ${paths.join(', ')}. Run connect-cases assemble first, or name the files of the pacts.`,
  );
}

/** The file itself, or the JSON files directly in a folder. */
function filesAt(place: string): string[] {
  if (!attempt(place, () => statSync(place)).isDirectory()) return [place];
  return attempt(place, () => readdirSync(place))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(place, name));
}

function read(file: string): string {
  return attempt(file, () => readFileSync(file, 'utf8'));
}

function attempt<Result>(place: string, action: () => Result): Result {
  try {
    return action();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(`${place} cannot be read (${code === 'ENOENT' ? 'there is no such file or folder' : code}).`, {
      cause,
    });
  }
}
