import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Assembled, assemble } from './assemble.ts';
import { askBroker } from './client/askBroker.ts';
import type { BrokerAccess } from './client/brokerAccess.ts';
import { cutText } from './client/cutText.ts';
import { findClientProgram } from './client/findClientProgram.ts';
import { requireOwnLinks } from './client/ownLinks.ts';
import { Refusal } from './client/refusal.ts';
import type { VersionDetails } from './collectVersionDetails.ts';
import { runInScratchDirectory } from './scratchDirectory.ts';

/** What to publish, and under which version. */
export interface PublishOptions {
  /** The directory of `parts/`, where the pacts go. */
  readonly dir: string;
  /** Only this consumer; by default every consumer with parts. */
  readonly consumer?: string;
  readonly details: VersionDetails;
  readonly tags: readonly string[];
  /** The broker; without it, makes the pacts and sends nothing. */
  readonly access?: BrokerAccess;
}

/** The result for one consumer's pact. */
export interface Published {
  readonly consumer: string;
  readonly file: string;
  readonly bytes: number;
  readonly interactions: number;
  /** The address of its page, as the broker reports it. */
  readonly link?: string;
}

/** The results for all consumers. */
export interface Publication {
  readonly published: readonly Published[];
  /** Consumers whose tables ignore everything: they have no pact. */
  readonly without: readonly string[];
}

/**
 * Assembles the pacts and publishes each under the version. Publishing the same pact of the same version again is safe.
 * @throws Refusal if a set is incomplete, before it sends anything, or if the version already has a different pact;
 * Error if the broker cannot be asked
 */
export async function publish({ dir, consumer, details: facts, tags, access }: PublishOptions): Promise<Publication> {
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
  { version, branch, buildUrl }: VersionDetails,
  tags: readonly string[],
  access: BrokerAccess,
): Promise<string | undefined> {
  const parameters = [
    'publish',
    NAME,
    ...['--consumer-app-version', version],
    ...(branch === undefined ? [] : ['--branch', branch]),
    ...(buildUrl === undefined ? [] : ['--build-url', buildUrl]),
    // The client accepts this option once.
    ...(tags.length === 0 ? [] : ['--tag', tags.join(',')]),
  ];
  // Reports a missing client before it asks the broker.
  findClientProgram();
  await requireOwnLinks(access, '/', 'pb:publish-contracts');
  const { code, text } = await runInScratchDirectory((directory) => {
    copyFileSync(file, path.join(directory, NAME));
    return askBroker(parameters, access, undefined, directory);
  });
  if (code === 0 && isTaken(text, consumer)) return /https?:\/\/\S+/.exec(text)?.[0];
  if (/Cannot change the content/.test(text)) {
    throw new Refusal([
      `${consumer}: version ${version} already has another pact in the broker, which stays as it is. A version has one pact: commit your changes and publish that commit, or give another --consumer-app-version. If the tests of one commit make different pacts, find out why: the same contracts give the same bytes.`,
    ]);
  }
  throw new Refusal([
    `${consumer}: the broker did not accept the pact of version ${version}. It said:\n${cutText(text)}`,
  ]);
}

/** The client also exits with 0 after printing its help, or after an answer that is not a broker's. */
function isTaken(text: string, consumer: string): boolean {
  return text.includes(`publish pact for consumer: ${consumer} `) && !/❌|Failed to process response/.test(text);
}

/** The client takes some file names for a pattern or an option; this name is neither, for any consumer. */
const NAME = 'pact.json';

/** A failure in the middle lists the pacts already published: publishing them again is safe. */
function withThoseBefore(error: Error, published: readonly Published[]): Error {
  if (published.length === 0) return error;
  const names = published.map(({ consumer }) => consumer).join(', ');
  const text = `${error.message}\nPublished before that: ${names}. Run the command again: republishing the same pact is safe.`;
  return error instanceof Refusal ? new Refusal([text]) : new Error(text, { cause: error });
}
