import type { LoggedCall } from '../../downstream/loggedCall.ts';
import { showCall } from '../observation/observedCalls.ts';

/** A watched call on one line, beginning with the number of the handler's call; the one that an outage hit is marked. */
export function formatMadeCall(call: LoggedCall): string {
  return `${call.by + 1}. ${showCall(call)}${formatOutcome(call)}`;
}

function formatOutcome({ outcome, error, outage }: LoggedCall): string {
  if (outcome === 'pending') return ': not finished';
  if (outcome === 'done') return '';
  if (outage === undefined) return `: failed (${error})`;
  return `: failed ${outage === 'before' ? 'before' : 'after'} it had its effect (${error}) ← the outage`;
}
