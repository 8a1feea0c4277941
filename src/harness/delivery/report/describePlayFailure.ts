import type { FactName } from '../../../../model/facts/facts.ts';
import type { Check } from '../../checks/check.ts';
import { checks, describeFailure, type HandlerFailure } from '../../checks/checks.ts';
import { formatThrown } from '../../failure/formatThrown.ts';
import type { Transport } from '../../transports/transport.ts';
import { blockedBatch } from '../faults/describedFaults.ts';
import type { Circumstance, GuaranteeViolation } from '../guarantees/guarantee.ts';
import type { PlayFailure } from '../play/playedDelivery.ts';

type Kind = PlayFailure['kind'];

/** The report's words for a delivery that could not finish. */
export interface DescribedFailure<Failed extends PlayFailure = PlayFailure> {
  /** The headline; `when` describes the delivery. */
  headline(failed: Failed, when: Circumstance, violation: GuaranteeViolation): string;
  /** What the handler did. */
  lines(failed: Failed): readonly string[];
  /** Why the failure matters, for any guarantee; otherwise the facts are those of the guarantee. */
  facts?(violation: GuaranteeViolation, transport: Pick<Transport, 'facts'>): readonly FactName[] | undefined;
  /** Whether the reason is the answer, not an event: the headline is the same for every guarantee. */
  readonly isOfAnswer?: true;
}

/** The report's words by the reason why a delivery could not finish. */
const playFailures: { readonly [Of in Kind]: DescribedFailure<Extract<PlayFailure, { kind: Of }>> } = {
  late: {
    // The cause comes before its effect.
    headline({ failure: { rejected } }, when) {
      const fails = `${describeLateCause(rejected)}: the handler fails after it has answered`;
      return complete(fails, { ...when, afterComma: true });
    },
    lines: ({ failure }) => checks[failure.kind].lines(failure, 0),
    facts: () => ['frozen'],
  },
  hung: {
    headline: (_, when) => complete('the handler never settles', when),
    lines: () => [
      'A call took longer than options.timeout. If it waits before it tries again, let it wait less in tests, or raise',
      'options.timeout.',
    ],
  },
  threw: {
    headline: (failed, when) => findOwnWords(failed)?.headline ?? complete('the handler fails', when),
    lines: (failed) => findOwnWords(failed)?.lines ?? [NOT_RETRIED, ...formatCause(failed.failure)],
    facts: ({ failed }) => (findOwnWords(failed) === undefined ? undefined : []),
  },
  'given up': {
    headline(failed, when, { guarantee }) {
      if (failed.beside) return blockedBatch;
      return guarantee.givenUp ?? `${complete('the handler fails', when)}, until one is given up`;
    },
    lines({ beside, failure, caught, broken }) {
      // Beside poison this is the poison's error, which the calls show.
      if (beside && failure !== undefined)
        return [`The event is set aside after its last attempt (${describeFailure(failure)}).`];
      return [
        'The event is set aside after its last attempt.',
        ...(failure === undefined
          ? caught === undefined
            ? broken === undefined
              ? [NO_ERROR]
              : []
            : ['The function reported it, after it caught an error:', ...formatThrown(caught)]
          : formatCause(failure)),
        ...(broken === undefined ? [] : [`${broken}.`]),
      ];
    },
  },
  'wrong answer': {
    headline: ({ what, isIgnored }) => (isIgnored ? what : `the transport rejects the answer of the function: ${what}`),
    lines: () => [],
    facts: (_, { facts }) => [facts.answer],
    isOfAnswer: true,
  },
};

function complete(sentence: string, { words, afterComma = false }: Circumstance): string {
  return words === '' ? sentence : `${sentence}${afterComma ? ',' : ''} ${words}`;
}

const NOT_RETRIED =
  'Its first failure counts: verifyDelivery plays the retries of Lambda if you wrap the handler in viaLambda.';

const NO_ERROR = 'The function reported it, but no error is known: log the error where the function reports it.';

function formatCause(failure: HandlerFailure): string[] {
  return failure.kind === 'threw' ? formatThrown(failure.error) : [describeFailure(failure)];
}

/** The words for a failure that neither the delivery nor an event causes. */
export function findOwnWords(failed: PlayFailure | undefined): Check['inDelivery'] {
  if (failed?.kind !== 'threw') return undefined;
  const { inDelivery }: Check = checks[failed.failure.kind];
  return inDelivery;
}

/** Why a handler failed after its answer. */
export function describeLateCause(rejected: boolean | undefined): string {
  return rejected ? 'a promise was not awaited' : 'a callback that nobody waited for failed';
}

/** The report's words for a delivery that could not finish. */
export function describePlayFailure({ kind }: PlayFailure): DescribedFailure {
  return playFailures[kind];
}
