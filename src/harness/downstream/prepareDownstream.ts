import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { callHook, HookFailure } from '../lambda/callHook.ts';
import { requireHook } from '../lambda/requireHook.ts';
import type { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import { DownstreamWatch } from './downstreamWatch.ts';
import type { Downstream } from './watching.ts';

const allowed = 'a function that watches what the handler calls, as in ({ watch }) => { db.get = watch(db.get); }';

/** @throws InvalidArgumentError if the option `downstream` is no function */
export function requireDownstream(downstream: unknown): void {
  if (downstream === undefined) return;
  requireHook('downstream', downstream, allowed, {
    parameters: '({ watch })',
    todo: 'Write downstream: ({ watch }) => { … }, and put a watched function in place of each that the handler calls: it is called once, before the first event',
  });
}

/**
 * Calls `downstream`.
 * @throws InvalidArgumentError if it watches nothing, or no function; Error if it fails or does not settle
 */
export async function prepareDownstream(
  downstream: Downstream | undefined,
  title: string,
  timeout: number,
  errorTracker: UnhandledErrorTracker,
): Promise<DownstreamWatch | undefined> {
  if (downstream === undefined) return undefined;
  const watch = new DownstreamWatch();
  const call = (): unknown => downstream(watch.watching);
  try {
    await callHook({ name: 'downstream', call, timeout, errorTracker, title, when: 'before the first event' });
  } catch (error) {
    // A wrong argument of `watch` has its own words.
    throw error instanceof HookFailure && error.cause instanceof InvalidArgumentError ? error.cause : error;
  }
  if (!watch.isEmpty) return watch;
  throw new InvalidArgumentError({
    argument: 'options.downstream',
    received: downstream,
    allowed,
    because: 'It watches nothing',
    todo: 'Put what watch returns in place of the function: db.get = watch(db.get)',
  });
}
