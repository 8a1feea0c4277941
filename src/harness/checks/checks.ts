import type { CallFailure, Check, FinishedCall } from './check.ts';
import { hung } from './hung.ts';
import { late } from './late.ts';
import { mutated } from './mutated.ts';
import { threw } from './threw.ts';
import { tooLarge } from './tooLarge.ts';
import { unexpected } from './unexpected.ts';
import { unserialisable } from './unserialisable.ts';

/** All checks of `verify` in their order; a report shows the first that fails. */
export const checks = {
  threw,
  hung,
  late,
  mutated,
  unserialisable,
  tooLarge,
  unexpected,
} as const satisfies Readonly<Record<string, Check>>;

/** The names of the checks of `verify`, each by the handler's fault. */
export type CheckName = keyof typeof checks;

/** How a handler failed on an event. */
export type HandlerFailure = CallFailure<CheckName>;

/** The failure of the first failing check; undefined if all pass. */
export function findFailure(call: FinishedCall): HandlerFailure | undefined {
  for (const { check } of Object.values<Check<CheckName>>(checks)) {
    const failure = check(call);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** What a handler did, in a few words of one line. */
export function describeFailure(failure: HandlerFailure): string {
  const { brief, headline }: Check = checks[failure.kind];
  return brief?.(failure) ?? headline;
}
