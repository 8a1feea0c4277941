import { copyPlainly } from '../../../model/values/copyPlainly.ts';
import type { FinishedCall } from '../checks/check.ts';
import { findFailure, type HandlerFailure } from '../checks/checks.ts';
import { isSameData } from '../checks/isSameData.ts';
import { callHook } from '../lambda/callHook.ts';
import { isThenable } from '../lambda/invoke.ts';
import type { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import { runQuietly } from '../recording/readNotes.ts';
import type { HandlerOutcome, OutcomeExpectation } from './expectation.ts';

/** What an expectation needs besides the outcome. */
interface Judging {
  readonly expect: OutcomeExpectation<never>;
  /** Makes the event, without any object that the handler got. */
  readonly rebuild: () => object;
  /** Milliseconds after which it counts as hung. */
  readonly timeout: number;
  readonly errorTracker: UnhandledErrorTracker;
  /** The contract. */
  readonly title: string;
  /** Which call of the handler this is, such as `after call 3 of the handler`. */
  readonly when: string;
}

type Refused = NonNullable<FinishedCall['refused']>;

/**
 * Calls `expect`, and waits for its verdict.
 * @throws Error if it does not settle, or changes the event: the handler is not to blame
 */
export async function judgeOutcome(outcome: HandlerOutcome, judging: Judging): Promise<HandlerFailure | undefined> {
  const { expect, rebuild, title } = judging;
  const event = makeCopy(rebuild) as never;
  const call = (): Refused | undefined | Promise<Refused | undefined> => {
    try {
      const said = expect(outcome, event);
      if (!isThenable(said)) return readVerdict(said);
      return Promise.resolve(said).then(readVerdict, (error: unknown) => ({ error }));
    } catch (error) {
      return { error };
    }
  };
  const refused = await callHook({ name: 'expect', call, given: expect as () => unknown, ...judging });
  if (!isSameData(event, makeCopy(rebuild))) {
    throw new Error(`${title}: options.expect changed the event that it was given. Let it work on a copy.`);
  }
  return findFailure({ refused });
}

/** A plain copy of the event. If the handler's reads are recorded, our own do not count. */
function makeCopy(rebuild: () => object): unknown {
  return runQuietly(() => copyPlainly(rebuild()));
}

/** As in a property of fast-check, only false is a refusal. */
function readVerdict(said: unknown): Refused | undefined {
  return said === false ? { returned: false } : undefined;
}
