/** What jest and vitest show of the running test. */
export interface RunnerState {
  /** The test; absent for a concurrent one, because the runner shows only one of several. */
  readonly task: RunningTask | undefined;
  /** The milliseconds that the test may take; undefined if the runner shows none, 0 without a limit. */
  readonly limit: number | undefined;
}

/** A test, as its runner keeps it. */
export interface RunningTask {
  readonly timeout?: unknown;
  readonly concurrent?: boolean;
  /** Of jest: `done` at the end. */
  readonly status?: unknown;
  readonly errors?: readonly unknown[];
  /** Of vitest: `run` until the end. */
  readonly result?: { readonly state?: unknown } | undefined;
}

interface JestState {
  readonly testTimeout?: unknown;
  readonly currentlyRunningTest?: RunningTask | null;
}

interface VitestWorker {
  readonly config?: { testTimeout?: unknown };
  readonly current?: RunningTask;
}

/** The state of the running test, in a runner that keeps it in the realm of the test file. */
export function readRunnerState(): RunnerState {
  const [jest, vitest] = [findJestState(), findVitestWorker()];
  const current = jest?.currentlyRunningTest ?? vitest?.current;
  const limits = [current?.timeout, jest?.testTimeout, vitest?.config?.testTimeout];
  return {
    task: current?.concurrent === true ? undefined : current,
    limit: limits.find((limit) => typeof limit === 'number'),
  };
}

/** Whether a test has ended, and has not failed: its time limit makes it fail. */
export function hasPassed({ status, errors = [], result }: RunningTask): boolean {
  return (status === 'done' && errors.length === 0) || result?.state === 'pass';
}

/** What vitest keeps for the worker of a test file. */
export function findVitestWorker(): VitestWorker | undefined {
  return (globalThis as { readonly __vitest_worker__?: VitestWorker }).__vitest_worker__;
}

/** jest-circus keeps its state under a symbol of its own. */
function findJestState(): JestState | undefined {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  return symbol === undefined ? undefined : (globalThis as { [state: symbol]: JestState | undefined })[symbol];
}
