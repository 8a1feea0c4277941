import { toOneLine } from '../../../model/platform/escapeControls.ts';
import type { AskedInteraction, Pact } from '../interaction/pact.ts';
import type { Failure } from './failure.ts';

/** The result for one interaction. */
export interface Verdict {
  readonly interaction: AskedInteraction;
  /** The consumer and the interaction, for people. */
  readonly title: string;
  /** The number of events it was checked against. */
  readonly events: number;
  readonly failures: readonly Failure[];
  /** The places of further expectations that AWS does not promise to meet. */
  readonly more: readonly string[];
  /** Captured events that fail, by file and line, with the failing places. */
  readonly recorded: readonly string[];
  /** Each follows the title and a colon. */
  readonly warnings: readonly string[];
  /** Why it could not be checked against any event. */
  readonly refused?: string;
  /** Whether Pact's verifier cannot read it: the original pact is then not verified. */
  readonly unread: boolean;
  /** The message for Pact's verifier: the failing event, else a passing one. */
  readonly answer: string;
  /** Whether that message fails. */
  readonly answerFails: boolean;
}

/** The result for a pact. */
export interface PactVerdict {
  readonly pact: Pact;
  readonly verdicts: readonly Verdict[];
}

/** Whether an interaction fails; a pending one never does. */
export function fails({ interaction, failures, recorded, refused }: Verdict): boolean {
  return !interaction.pending && (refused !== undefined || failures.length > 0 || recorded.length > 0);
}

/**
 * Whether one message can show the failure to Pact's verifier. It cannot for failures of captured events only, whose
 * values are personal. It cannot for something that is not a message, or has no body to differ from.
 */
export function canBeShown({ interaction, failures, recorded, refused, answerFails }: Verdict): boolean {
  if (interaction.pending) return !answerFails;
  if (refused !== undefined) return typeof interaction.body === 'object' && interaction.body !== null;
  return recorded.length === 0 || failures.length > 0;
}

/** An interaction's name for people: ours begin with their consumer. */
export function formatTitle({ consumer }: Pact, { description }: AskedInteraction): string {
  return toOneLine(
    description.startsWith(`${consumer} `) ? description : `${consumer}: ${JSON.stringify(description)}`,
  );
}
