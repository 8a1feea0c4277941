import { constants } from 'node:os';
import { realProcess } from '../../../model/platform/realProcess.ts';

/** Runs `end` before a signal ends this process; until `forget`. */
export function onSignals(end: () => void): { forget(): void } {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const listeners = names.map((name) => {
    const listener = (): void => {
      end();
      realProcess.exit(128 + constants.signals[name]);
    };
    realProcess.once(name, listener);
    return [name, listener] as const;
  });
  return {
    forget: () => {
      for (const [name, listener] of listeners) realProcess.removeListener(name, listener);
    },
  };
}
