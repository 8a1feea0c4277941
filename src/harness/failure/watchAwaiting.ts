import { realProcess, warn } from '../../../model/platform/realProcess.ts';
import { hasPassed, readRunnerState } from '../../../model/platform/runnerState.ts';
import { findConsumerFrame } from './findConsumerFrame.ts';
import { formatFrame } from './formatThrown.ts';
import { readError } from './readError.ts';

/** A call of a function that consumers await. */
interface Awaited {
  /** Its name in the consumer's code. */
  readonly name: string;
  /** A call of it, as a test returns it. */
  readonly example: string;
  /** An object whose stack leads to the call. */
  readonly at: object;
}

/**
 * Watches whether a call ends before its test and its process do. Otherwise nobody awaits it, and one line names the
 * place of the call. A test that failed, such as by its time limit, may have awaited it.
 * @returns a function to call when the call ends; with true it says nothing, because the error says it
 */
export function watchAwaiting({ name, example, at }: Awaited): (isReported: boolean) => void {
  const { task } = readRunnerState();
  const tell = (when: string): void => {
    const frame = findConsumerFrame({ frames: readError(at)?.frames ?? [] });
    const place = frame === undefined ? '' : ` at ${formatFrame(frame).replace(/^.* \((.+)\)$/, '$1')}`;
    warn(
      `${name}${place} was still running when its ${when} ended, so the test passed whatever happened. Return its promise from the test, as in ${example}, or await it.`,
    );
  };
  const atExit = (): void => {
    if (task === undefined || hasPassed(task)) tell('process');
  };
  realProcess.once('exit', atExit);
  return (isReported) => {
    realProcess.off('exit', atExit);
    if (!isReported && task !== undefined && hasPassed(task)) tell('test');
  };
}
