import { realProcess } from '../../../model/platform/realProcess.ts';

const NAMES = ['uncaughtException', 'unhandledRejection'] as const;

/** Removes the runner's listeners, which would fail each test of a file, and returns the errors for them. */
export function runnersAside(): unknown[] {
  const received: unknown[] = [];
  let runners: (() => void)[][];

  beforeEach(() => {
    received.length = 0;
    runners = NAMES.map((name) => realProcess.rawListeners(name) as (() => void)[]);
    for (const name of NAMES) {
      realProcess.removeAllListeners(name);
      realProcess.on(name, (thrown: unknown) => received.push(thrown));
    }
  });

  afterEach(() => {
    for (const [place, name] of NAMES.entries()) {
      realProcess.removeAllListeners(name);
      for (const listener of runners[place] as (() => void)[]) realProcess.on(name, listener);
    }
  });

  return received;
}
