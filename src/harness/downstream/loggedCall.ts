import type { DownstreamCall } from './downstreamCall.ts';
import type { OutageEffect } from './outage.ts';

/** A call of a watched function while it runs. Its result comes later. */
export interface LoggedCall extends DownstreamCall {
  /** Which call of the handler made it, from 0 on. */
  readonly by: number;
  outcome: DownstreamCall['outcome'];
  result?: unknown;
  error?: string;
  /** When an outage made it fail. */
  outage?: OutageEffect;
  /** Whether it names the receipt handle of a message of its batch, which is another one in each delivery. */
  isOfMessage?: true;
}

/** Whether a call had its effect, as far as is known. */
export function hadEffect({ outcome, outage }: LoggedCall): boolean {
  return outcome === 'done' || outage === 'after';
}

/** Whether a call reached its service, which may have refused it. */
export function hasReached({ outcome, outage }: LoggedCall): boolean {
  return outcome !== 'pending' && outage !== 'before';
}

/** A call without what only reports need. */
export function toPlainCall({ by: _, outage: __, isOfMessage: ___, ...call }: LoggedCall): DownstreamCall {
  return call;
}
