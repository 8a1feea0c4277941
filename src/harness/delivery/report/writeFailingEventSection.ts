import type { Domain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { FactName } from '../../../../model/facts/facts.ts';
import { listFirst } from '../../../../model/values/show/listFirst.ts';
import { formatDifference, formatSection } from '../../failure/failureLines.ts';
import { findRowSpelledOtherwise, formatSampleLines } from '../../failure/formatSampleLines.ts';
import { INPUT_TITLE, listInputLines } from '../../targetInput/describeInput.ts';
import type { Transport } from '../../transports/transport.ts';
import { listEvents } from '../faults/arrivals.ts';
import type { GuaranteeViolation } from '../guarantees/guarantee.ts';
import { describeArrival } from './describeArrival.ts';
import { describePlayFailure, findOwnWords } from './describePlayFailure.ts';
import { listDifferencesFromSample } from './listDifferencesFromSample.ts';

const MOST_DIFFERENCES = 4;

/**
 * How the failing event differs from the sample, and what the target of the rule sends in its place: in a clean delivery
 * the reason is in the event itself.
 */
export function writeFailingEventSection(
  violation: GuaranteeViolation,
  domain: Domain,
  transport: Pick<Transport, 'input'> = {},
): string[] {
  const { history } = violation;
  const first = findFailingEvent(violation);
  if (first === undefined) return [];
  const event = history[first] as CasesEvent;
  const differences = listDifferencesFromSample(event, domain);
  const whose = history.length === 1 ? '' : ` of ${describeArrival({ event: first }, { history, faults: [], domain })}`;
  const isSentWhole = transport.input === undefined;
  const section =
    differences.length === 0
      ? formatSection(`The event${whose} is the sample itself`, formatSampleLines(event, domain, isSentWhole))
      : formatSection(
          `All that differs from the sample${whose} (${differences.length})`,
          listFirst(differences, MOST_DIFFERENCES, (difference) => formatDifference(difference, domain)),
        );
  return [...section, ...formatSection(INPUT_TITLE, listInputLines(transport, event))];
}

/** Explains the spelling of a failing event that is the sample itself. */
export function listSpellingFacts(violation: GuaranteeViolation, domain: Domain): FactName[] {
  const first = findFailingEvent(violation);
  const event = first === undefined ? undefined : violation.history[first];
  if (event === undefined || listDifferencesFromSample(event, domain).length > 0) return [];
  return findRowSpelledOtherwise(event) === undefined ? [] : ['eventTypes'];
}

function findFailingEvent({ history, faults, failed, calls, discrepancy }: GuaranteeViolation): number | undefined {
  const fails = faults.length === 0 && failed !== undefined && discrepancy === undefined;
  if (!fails || findOwnWords(failed) !== undefined || describePlayFailure(failed).isOfAnswer) return undefined;
  const [first] = listEvents(failed.kind === 'given up' ? [failed.arrival] : (calls.at(-1)?.arrivals ?? []));
  return first !== undefined && first in history ? first : undefined;
}
