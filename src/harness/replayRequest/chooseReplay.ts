import { isChildOfNodeTest } from '../../../model/platform/getRunningTestFile.ts';
import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { realProcess, warn } from '../../../model/platform/realProcess.ts';
import { didYouMean, InvalidArgumentError, listWords, rephrase } from '../../../model/values/invalidArgument.ts';
import { type ReplayRequest, readReplayRequest, WHOLE_RUN } from './replayRequest.ts';

/** A call of `verify` or `verifyDelivery`. */
export interface Replayable {
  /** The consumer of the table. */
  readonly consumer: string;
  readonly title: string;
  /** The titles of all that a consumer can replay. */
  readonly titles: readonly string[];
  /** The handler, as `describeHandler` writes it. */
  readonly handler: string;
  /** Whether a text is a path of such calls. */
  readonly isPath: (text: string) => boolean;
}

/** How to play a call: whole, whole with a seed, only one path of a seed, or not. */
export type Choice = Partial<Pick<ReplayRequest, 'seed' | 'path'>> | 'pass by';

const KEY = Symbol.for('connect-cases-contracts: replay');
/** Whether anything was replayed in this process. Runners load a copy of this module for each test file. */
const process = realProcess as NodeJS.Process & { [KEY]?: { isFound: boolean } };

let isToldOfOthers = false;

/**
 * What `CASES_REPLAY` means for a call. One line says that others pass without being played.
 * @throws InvalidArgumentError if it is malformed, or names nothing of the consumer's table
 */
export function chooseReplay(call: Replayable): Choice {
  const asked = readReplayRequest();
  if (asked === undefined) return {};
  const found = findState(asked);
  const { consumer, title, titles, handler } = call;
  if (asked.title === title && asked.handler === handler) {
    found.isFound = true;
    return resolvePath(asked, call);
  }
  if (asked.title === title) {
    warn(`${title}: ${handler} is not played, because CASES_REPLAY names another handler, ${asked.handler}.`);
  } else if (!titles.includes(asked.title) && belongsTo(asked.title, consumer)) {
    throw refuseTitle(asked.title, titles);
  } else if (!isToldOfOthers) {
    isToldOfOthers = true;
    warn(`CASES_REPLAY plays only "${asked.title}". All others pass without being played, and write no part.`);
  }
  return 'pass by';
}

/** An error of a replay, in the words of `CASES_REPLAY` if the path came from there. */
export function renameOption(error: unknown, choice: Choice): unknown {
  const isOfPath = error instanceof InvalidArgumentError && error.argument === 'options.path';
  return isOfPath && choice !== 'pass by' && choice.path !== undefined ? rephrase(error, { argument: PATH }) : error;
}

const PATH = 'the path in CASES_REPLAY';

function resolvePath({ seed, path }: ReplayRequest, { isPath }: Replayable): Choice {
  if (path === WHOLE_RUN) return { seed };
  if (isPath(path)) return { seed, path };
  throw new InvalidArgumentError({
    argument: PATH,
    received: path,
    allowed: 'a path that a failure prints, such as "21:2:0"',
    todo: 'Copy the whole line from the failure',
  });
}

/** Whether a title begins as those of a consumer do. */
function belongsTo(title: string, consumer: string): boolean {
  return [' handles ', ' ignores ', ' never gets ', ' deliveries'].some((word) => title.startsWith(consumer + word));
}

function refuseTitle(received: string, titles: readonly string[]): InvalidArgumentError {
  const near = didYouMean(received, titles);
  return new InvalidArgumentError({
    argument: 'the title in CASES_REPLAY',
    received,
    allowed: listWords(titles),
    because: 'The table has no such row',
    ...(near === undefined ? {} : { todo: near }),
  });
}

/**
 * If nothing was found, the process says so at its end, and fails. One of several processes of a run cannot know what the
 * others play. So it does not fail, and says nothing, or what it knows: `node --test` gives each file its own process.
 */
function findState({ title, handler }: ReplayRequest): { isFound: boolean } {
  const known = process[KEY];
  if (known !== undefined) return known;
  const state = { isFound: false };
  process[KEY] = state;
  realProcess.once('exit', () => {
    if (state.isFound || isWorker()) return;
    const isAlone = !isChildOfNodeTest();
    if (isAlone) realProcess.exitCode ||= 1;
    const where = isAlone ? 'run' : 'file';
    warn(`CASES_REPLAY found nothing to replay: no test of this ${where} plays "${title}" with ${handler}.`);
  });
  return state;
}

/** Whether a runner started this process or thread for some of its files, as jest and vitest do. */
function isWorker(): boolean {
  return realProcess.connected === true || !loadNodeModule('node:worker_threads').isMainThread;
}
