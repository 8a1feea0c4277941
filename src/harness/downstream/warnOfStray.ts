import { warn } from '../../../model/platform/realProcess.ts';
import type { WatchedFunction } from './watchedFunction.ts';

const reported = new WeakSet<WatchedFunction>();

/** Warns once of a watched function that is called outside of any event while a handler runs. */
export function warnOfStray(watched: WatchedFunction): void {
  if (reported.has(watched)) return;
  reported.add(watched);
  const { name } = watched.describe([]);
  warn(
    `${name}, a watched function, was called outside of any event while the handler ran. Such calls are not recorded, and an outage does not reach them. A timer, a pool or an emitter that was made before the event makes them: AsyncResource.bind keeps the event's context.`,
  );
}
