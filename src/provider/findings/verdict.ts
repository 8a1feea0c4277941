import { oneLine } from '../../../model/platform/escaped.ts';
import type { AskedInteraction, Pact } from '../interaction/pact.ts';
import type { Failure } from './failure.ts';

/** What became of one interaction. */
export interface Verdict {
  readonly interaction: AskedInteraction;
  /** The consumer and the interaction, for people. */
  readonly title: string;
  /** How many events it was held against. */
  readonly events: number;
  readonly failures: readonly Failure[];
  /** The places of further demands that AWS does not promise. */
  readonly more: readonly string[];
  /** Captured events that do not hold, by file and line, with the places where. */
  readonly recorded: readonly string[];
  readonly warnings: readonly string[];
  /** Why it could not be held against any event. */
  readonly refused?: string;
  /** Pact's verifier cannot read it: what it makes of the pact as it stands is not asked. */
  readonly unread: boolean;
  /** The message that Pact's verifier is to be answered: the failing event, else one that holds. */
  readonly answer: string;
  /** Whether that does not hold. */
  readonly answerFails: boolean;
}

/** What became of a pact. */
export interface PactVerdict {
  readonly pact: Pact;
  readonly verdicts: readonly Verdict[];
}

/** Whether an interaction does not hold; a pending one fails nothing. */
export function fails({ interaction, failures, recorded, refused }: Verdict): boolean {
  return !interaction.pending && (refused !== undefined || failures.length > 0 || recorded.length > 0);
}

/**
 * Whether Pact's verifier can be shown what was found, by one message: not what only a captured event fails, whose
 * values are people's, and not what is no message, or has no body that a wrong one could differ from.
 */
export function canBeShown({ interaction, failures, recorded, refused, answerFails }: Verdict): boolean {
  if (interaction.pending) return !answerFails;
  if (refused !== undefined) return typeof interaction.body === 'object' && interaction.body !== null;
  return recorded.length === 0 || failures.length > 0;
}

/** An interaction for people: ours begin with their consumer. */
export function formatTitle({ consumer }: Pact, { description }: AskedInteraction): string {
  return oneLine(description.startsWith(`${consumer} `) ? description : `${consumer}: ${JSON.stringify(description)}`);
}
