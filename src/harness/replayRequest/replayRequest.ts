import { isChildOfNodeTest } from '../../../model/platform/getRunningTestFile.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Replay } from '../failure/contractViolation.ts';

/** What to replay: one event of a contract, one delivery of a consumer, or a whole run with the same random events. */
export interface ReplayRequest extends Replay {
  /** The title of the contract, or of the consumer's deliveries. */
  readonly title: string;
  /** The handler, as `describeHandler` writes it. */
  readonly handler: string;
}

/** The path of a whole run: some failures depend on more than one event. */
export const WHOLE_RUN = 'whole';

/** No consumer's name contains it, so that no title does. */
const SEPARATOR = ' | ';

/** The command that replays a failure, as a shell takes it: `CASES_REPLAY='refunds handles CASE.UPDATED | …' npx jest`. */
export function formatReplayCommand({ title, handler, seed, path }: ReplayRequest): string {
  const text = [title, handler, seed, path].join(SEPARATOR);
  return `CASES_REPLAY='${text.replaceAll("'", "'\\''")}' ${getCommand()}`;
}

function getCommand(): string {
  if (isChildOfNodeTest()) return 'node --test';
  return '__vitest_worker__' in globalThis ? 'npx vitest run' : 'npx jest';
}

/**
 * What `CASES_REPLAY` asks for, if it is set.
 * @throws InvalidArgumentError if it is no text that a failure prints
 */
export function readReplayRequest(): ReplayRequest | undefined {
  const { CASES_REPLAY: text } = process.env;
  if (text === undefined || text === '') return undefined;
  const [, title, handler, seed, path] = PRINTED.exec(text.trim()) ?? [];
  if (title !== undefined && handler !== undefined && seed !== undefined && path !== undefined)
    return { title, handler, seed: Number(seed), path };
  throw new InvalidArgumentError({
    argument: 'CASES_REPLAY',
    received: text,
    allowed:
      "the text between the quotes of a failure's replay line: 'refunds handles CASE.UPDATED | handler | 7 | fixed:8:0'",
    todo: 'Copy the whole line from the failure',
  });
}

const PRINTED = /^(.+?) \| (.+) \| (-?\d{1,10}) \| (whole|[\w:]+)$/;
