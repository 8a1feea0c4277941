import type { Interaction } from '../../contracts/interaction.ts';
import { fsPromises, isDeepStrictEqual, path, tmpdir } from '../../model/platform/nodeModules.ts';
import { loadPactLibrary } from './loadPactLibrary.ts';

/** The members of a written pact that this package reads. */
export interface WrittenPact {
  readonly consumer: { readonly name: string };
  readonly provider: { readonly name: string };
  readonly interactions: readonly PactInteraction[];
  readonly metadata: unknown;
}

/** An asynchronous interaction of a pact, specification V4. */
export interface PactInteraction {
  readonly description: string;
  readonly providerStates?: readonly unknown[];
  readonly contents: { readonly content: unknown; readonly encoded: unknown };
}

/** The provider of every pact. */
export const PROVIDER = 'aws.cases';

/**
 * Lets Pact's library write one interaction into its own file. Pact merges a growing file anew each time, and loses
 * interactions in a file that workers share.
 * @throws Error if Pact's output differs from its input
 */
export async function writeInteraction(consumer: string, interaction: Interaction): Promise<WrittenPact> {
  const dir = await makeScratchDirectory();
  try {
    const reified = execute(consumer, interaction, dir);
    const [file] = await fsPromises.readdir(dir);
    if (file === undefined) throw makeLossError(interaction, 'Pact wrote no file');
    const pact = JSON.parse(await fsPromises.readFile(path.join(dir, file), 'utf8')) as WrittenPact;
    requireWhole(interaction, reified, pact);
    return pact;
  } finally {
    await fsPromises.rm(dir, { recursive: true, force: true });
  }
}

async function makeScratchDirectory(): Promise<string> {
  try {
    return await fsPromises.mkdtemp(path.join(tmpdir(), 'connect-cases-'));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(
      `Pact needs a directory of its own below ${tmpdir()}, but it cannot make one there (${code}). Make it writable, or set TMPDIR (TEMP on Windows) to another directory.`,
      { cause },
    );
  }
}

/** Hands an interaction to Pact, which writes it and returns the example body of its matchers. */
function execute(consumer: string, { description, providerStates, contents }: Interaction, dir: string): unknown {
  const { newPact, version } = loadPactLibrary();
  const pact = newPact(consumer, PROVIDER);
  pact.addMetadata('pact-js', 'version', version);
  const message = pact.newAsynchronousMessage('');
  message.expectsToReceive(description);
  for (const { name, params } of providerStates) {
    if (Object.keys(params).length === 0) message.given(name);
    else message.givenWithParams(name, JSON.stringify(params));
  }
  message.withContents(JSON.stringify(contents), 'application/json');
  const reified = JSON.parse(message.reifyMessage()) as { contents?: { content?: unknown } };
  pact.writePactFile(dir);
  return reified.contents?.content;
}

function requireWhole(interaction: Interaction, reified: unknown, { interactions }: WrittenPact): void {
  const [written, ...others] = interactions;
  if (written === undefined || others.length > 0)
    throw makeLossError(interaction, `Pact wrote ${interactions.length} interactions`);
  if (written.description !== interaction.description)
    throw makeLossError(interaction, `Pact named it ${JSON.stringify(written.description)}`);
  const states = (written.providerStates ?? []).map((state) => ({ params: {}, ...(state as object) }));
  if (!isDeepStrictEqual(copyInRealm(states), copyInRealm(interaction.providerStates)))
    throw makeLossError(interaction, 'Pact wrote other provider states');
  for (const content of [reified, written.contents.content]) {
    if (!isDeepStrictEqual(copyInRealm(content), copyInRealm(interaction.example)))
      throw makeLossError(interaction, 'Pact wrote another body');
  }
}

/** A JSON copy, in this realm. */
function copyInRealm(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function makeLossError({ description }: Interaction, why: string): Error {
  return new Error(`"${description}": ${why}, unlike its contract. Nothing was written. Please report this.`);
}
