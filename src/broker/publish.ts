import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Assembled, assemble } from './assemble.ts';
import { askBroker } from './client/askBroker.ts';
import type { BrokerAccess } from './client/brokerAccess.ts';
import { clientProgram } from './client/clientProgram.ts';
import { cutText } from './client/cutText.ts';
import { requireOwnLinks } from './client/ownLinks.ts';
import { Refusal } from './client/refusal.ts';
import { inScratchDirectory } from './scratchDirectory.ts';
import type { VersionFacts } from './versionFacts.ts';

/** What to publish, and as what. */
export interface PublishOptions {
  /** The directory that holds `parts/` and gets the pacts. */
  readonly dir: string;
  /** Only this consumer; every one that has parts when not given. */
  readonly consumer?: string;
  readonly facts: VersionFacts;
  readonly tags: readonly string[];
  /** Where to; without it the pacts are made, and nothing is sent. */
  readonly access?: BrokerAccess;
}

/** What became of one consumer's pact. */
export interface Published {
  readonly consumer: string;
  readonly file: string;
  readonly bytes: number;
  readonly interactions: number;
  /** Where to look at it, as the broker says. */
  readonly link?: string;
}

/** What became of all of them. */
export interface Publication {
  readonly published: readonly Published[];
  /** Consumers whose tables ignore everything: they have no pact. */
  readonly without: readonly string[];
}

/**
 * Assembles the pacts and publishes each under the version. The same pact of the same version may be published again.
 * @throws Refusal where a set is incomplete, before anything is sent, or where the version has another pact already;
 * Error where the broker cannot be asked
 */
export async function publish({ dir, consumer, facts, tags, access }: PublishOptions): Promise<Publication> {
  const assembled = assemble({ dir, ...(consumer === undefined ? {} : { consumer }) });
  const published: Published[] = [];
  for (const made of assembled) {
    if (made.file === undefined) continue;
    const pact = { ...describePact(made), file: made.file };
    if (access === undefined) {
      published.push(pact);
      continue;
    }
    try {
      const link = await send(pact, facts, tags, access);
      published.push({ ...pact, ...(link === undefined ? {} : { link }) });
    } catch (error) {
      throw withThoseBefore(error as Error, published);
    }
  }
  return { published, without: assembled.filter(({ file }) => file === undefined).map(({ consumer: name }) => name) };
}

function describePact({ consumer, file = '', interactions }: Assembled): Published {
  return { consumer, file, interactions, bytes: readFileSync(file).length };
}

async function send(
  { consumer, file }: Published,
  { version, branch, buildUrl }: VersionFacts,
  tags: readonly string[],
  access: BrokerAccess,
): Promise<string | undefined> {
  const parameters = [
    'publish',
    NAME,
    ...['--consumer-app-version', version],
    ...(branch === undefined ? [] : ['--branch', branch]),
    ...(buildUrl === undefined ? [] : ['--build-url', buildUrl]),
    // It takes the option once.
    ...(tags.length === 0 ? [] : ['--tag', tags.join(',')]),
  ];
  // Who lacks it is told before the broker is asked.
  clientProgram();
  await requireOwnLinks(access, '/', 'pb:publish-contracts');
  const { code, text } = await inScratchDirectory((directory) => {
    copyFileSync(file, path.join(directory, NAME));
    return askBroker(parameters, access, undefined, directory);
  });
  if (code === 0 && isTaken(text, consumer)) return /https?:\/\/\S+/.exec(text)?.[0];
  if (/Cannot change the content/.test(text)) {
    throw new Refusal([
      `${consumer}: version ${version} is in the broker with another pact already, which stays as it is. A version keeps its pact: commit your changes and publish that commit, or give another --consumer-app-version. If the tests of one commit make different pacts, find out why: the same contracts make the same bytes.`,
    ]);
  }
  throw new Refusal([
    `${consumer}: the broker did not take the pact of version ${version}. It said:\n${cutText(text)}`,
  ]);
}

/** The client ends with 0 also where it printed its help, or got an answer that is none of a broker. */
function isTaken(text: string, consumer: string): boolean {
  return text.includes(`publish pact for consumer: ${consumer} `) && !/❌|Failed to process response/.test(text);
}

/** The client takes a pattern or an option for a file's name; this one is neither, whatever the consumer is called. */
const NAME = 'pact.json';

/** A failure in the middle says what the broker has by then: publishing again does it no harm. */
function withThoseBefore(error: Error, published: readonly Published[]): Error {
  if (published.length === 0) return error;
  const names = published.map(({ consumer }) => consumer).join(', ');
  const text = `${error.message}\nPublished before that: ${names}. Run the command again; what is there already is taken once more.`;
  return error instanceof Refusal ? new Refusal([text]) : new Error(text, { cause: error });
}
