import { show } from '../../../model/values/invalidArgument.ts';
import { shorten } from '../../../model/values/text.ts';
import type { LoggedCall } from './loggedCall.ts';

/** The most characters of a call on one line. */
const LONGEST = 200;

/** A call on one line. */
export function showCall({ name, args }: Pick<LoggedCall, 'args' | 'name'>): string {
  return shorten(`${name}(${args.map((one) => show(one, 2)).join(', ')})`, LONGEST);
}

/** A call and what became of it, on one line; the one that an outage hit is marked. */
export function showLoggedCall(call: LoggedCall): string {
  return `${showCall(call)}${showOutcome(call)}`;
}

function showOutcome({ outcome, error, outage }: LoggedCall): string {
  if (outcome === 'pending') return ': not finished';
  if (outcome === 'done') return '';
  if (outage === undefined) return `: failed (${error})`;
  return `: failed ${outage === 'before' ? 'before' : 'after'} it had its effect (${error}) ← the outage`;
}
