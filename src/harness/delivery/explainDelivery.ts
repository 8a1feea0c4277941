import type { Contract } from '../../../contracts/contract.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { parseEventType } from '../../../model/event/parseEventType.ts';
import { type FactName, facts } from '../../../model/facts/facts.ts';
import type { HandlerFailure } from '../checks/check.ts';
import { describeFailure } from '../checks/checks.ts';
import { late } from '../checks/late.ts';
import { differenceLine, factLine, section } from '../failure/failureLines.ts';
import { rowSpelledOtherwise, sampleLines } from '../failure/sampleLines.ts';
import { thrownLines } from '../failure/thrownLines.ts';
import type { Transport } from '../transports/transport.ts';
import { casesAfterDeletion, readCaseId } from './afterDeletion.ts';
import type { GuaranteeName, GuaranteeViolation } from './deliveryOracle.ts';
import { differencesFromSample } from './differencesFromSample.ts';
import { type Discrepancy, discrepancyLine } from './discrepancy.ts';
import type { Arrival, Fault, FaultKind, PoisonKind } from './faults.ts';
import { NotJson } from './notJson.ts';
import type { BatchCall, Brought, PlayFailure } from './play.ts';
import { makePoison } from './poison.ts';

/** The failure in one screen: which promise, the shortest delivery, what differs, why AWS may deliver so, how to replay. */
export function explainDelivery(
  { consumer, domain }: Pick<Contract, 'consumer' | 'domain'>,
  violation: GuaranteeViolation,
  replay: string,
  transport: Pick<Transport, 'facts'> = viaNothing,
): string {
  const did = violation.failed !== undefined && violation.discrepancy === undefined;
  return [
    `${consumer}: ${formatHeadline(violation)}.`,
    ...section(
      `The delivery (${violation.history.length} ${violation.history.length === 1 ? 'event' : 'events'})`,
      callLines(violation, domain),
    ),
    ...poisonSection(violation, domain),
    ...section('What the calls asked, in this order', fewLines(violation.asked ?? [])),
    ...sampleSection(violation, domain),
    ...section(did ? 'What the handler did' : 'What differs', differenceLines(violation)),
    ...section(
      'Why AWS may deliver so',
      [...spellingFacts(violation, domain), ...listFacts(violation, transport)].map((name) => factLine(facts[name])),
    ),
    ...section('Replay', [replay]),
  ].join('\n');
}

/** Which promise broke, in the words of those who keep it. */
export function formatHeadline(violation: GuaranteeViolation): string {
  const { failed, guarantee: promise } = violation;
  if (failed?.kind === 'wrong answer') return `the transport rejects the answer of the function: ${failed.what}`;
  if (changes(failed)) return 'the handler changes the event object that it is given';
  if (failed === undefined || promise === 'reports nothing that is done') return headlines[promise](violation);
  if (failed.kind === 'late') return lateHeadline(failed.failure, failsWhen[promise] ?? '');
  if (failed.kind === 'given up' && failed.beside) return BLOCKS;
  const clean = promise === 'copes with a clean delivery';
  if (failed.kind === 'given up' && clean) return 'an event is given up, though nothing went wrong with its delivery';
  return `the handler ${failed.kind === 'hung' ? 'never settles' : 'fails'}${failsWhen[promise] ?? ''}${failed.kind === 'given up' ? ', until one is given up' : ''}`;
}

/** The cause before what it leads to. */
function lateHeadline({ rejected }: HandlerFailure, when: string): string {
  const cause = rejected ? 'a promise was not awaited' : 'a callback that nobody waited for failed';
  return `${cause}: the handler fails after it has answered${when.startsWith(',') ? '' : ','}${when}`;
}

function changes(failed: PlayFailure | undefined): boolean {
  return failed?.kind === 'threw' && failed.failure.kind === 'mutated';
}

/** When a handler fails that keeps its other promises. */
const failsWhen: Partial<Record<GuaranteeName, string>> = {
  'copes with a clean delivery': ', though nothing went wrong with the delivery',
  'is idempotent': ' when an event comes again',
  'does not depend on the order': ' when events come out of order',
  'copes with loss': ' without an event that was lost',
  'lets no poison touch its neighbours': ' beside a poisoned record',
  'copes with batches in flight at once': ' with two batches in flight at once',
};

const headlines: Record<GuaranteeName, (violation: GuaranteeViolation) => string> = {
  'copes with a clean delivery': ({ discrepancy }) =>
    discrepancy === undefined
      ? 'the handler fails, though nothing went wrong with the delivery'
      : `the handler keeps ${oddText(discrepancy)}, though nothing went wrong with the delivery`,
  'has done its work when it answers': () =>
    'the handler still works after it has answered: let it await all that it starts',
  'does not order by time': () => "the outcome depends on the envelope's time, which does not order events",
  'takes batches as it takes single records': () => 'a batch has another outcome than its records one by one',
  'reports what failed': () =>
    'a record that failed is left out of the answer for its batch: it counts as done, and is lost',
  'reports nothing that is done': ({ failed, discrepancy }) => {
    if (failed !== undefined)
      return 'a record that is done is reported beside a poisoned one: it comes again until it is given up';
    return `a record that is done is reported as failed: it comes again${discrepancy === undefined ? ' for nothing' : ', and that changes the outcome'}`;
  },
  'is idempotent': (violation) => {
    if (violation.resurrects) return RESURRECTS;
    if (casesAfterDeletion(violation.history, violation.faults).length > 0) return AGAIN_AFTER_DELETION;
    return comesAgainAtOnce(violation)
      ? 'the handler is not idempotent: an event that comes twice counts twice'
      : 'the handler is not idempotent: an event that comes again, after others, changes the outcome';
  },
  'does not depend on the order': ({ history, faults, resurrects }) => {
    if (resurrects) return RESURRECTS;
    const late = casesAfterDeletion(history, faults).length > 0;
    return `the outcome depends on the order in which events arrive${late ? ': an older event comes after the deletion' : ''}`;
  },
  'copes with loss': () => 'the handler needs an event that was lost',
  'lets no poison touch its neighbours': ({ calls, setAside = [], discrepancy, unseen }) => {
    if (unseen !== undefined) return 'options.observe fails after a poisoned record';
    const odd = oddText(discrepancy);
    if (odd !== undefined) return `a poisoned record leaves ${odd} in what the handler keeps`;
    if (setAside.length > 0) return BLOCKS;
    return `a record is ${playedTwice(calls) ? 'done twice' : 'lost'}, because of a poisoned record beside it`;
  },
  'copes with batches in flight at once': () =>
    'an update is lost, or another order wins, when two batches are in flight at once',
  'answers what its transport takes': () => 'the transport rejects the answer of the function',
};

/** What JSON does not carry, if that is what differs. */
function oddText(discrepancy: Discrepancy | undefined): string | undefined {
  const received = discrepancy?.received;
  if (!(received instanceof NotJson)) return undefined;
  return received.text.length > 40 ? 'a value that is not JSON' : received.text;
}

const BLOCKS = 'one poisoned record blocks its batch, and an event is given up';
const RESURRECTS = 'the handler resurrects a deleted case: an older event comes after the deletion';
const AGAIN_AFTER_DELETION =
  'the handler is not idempotent: an older event that comes again, after the deletion, changes the outcome';

function comesAgainAtOnce({ faults }: GuaranteeViolation): boolean {
  return faults.every((fault) => fault.kind !== 'duplicates' || fault.by === 1);
}

function playedTwice(calls: readonly BatchCall[]): boolean {
  const events = calls.flatMap(({ arrivals }) =>
    arrivals.flatMap((arrival) => ('event' in arrival ? [arrival.event] : [])),
  );
  return new Set(events).size < events.length;
}

const MOST_LINES = 10;

/** Calls that go as the one before are told of in one line. */
function callLines(violation: GuaranteeViolation, domain: Domain): readonly string[] {
  const lines: string[] = [];
  let before = '';
  let times = 0;
  const tellTimes = (): void => {
    if (times > 0) lines.push(`   and so ${times === 1 ? 'once more' : `${times} times more`}`);
    times = 0;
  };
  for (const [number, call] of violation.calls.entries()) {
    const records = recordLines(call, violation, domain);
    const text = records.join('\n');
    if (text === before) times++;
    else {
      tellTimes();
      lines.push(...records.map((record) => `${number + 1}. ${record}`));
    }
    before = text;
  }
  tellTimes();
  return fewLines(lines);
}

function fewLines(lines: readonly string[]): readonly string[] {
  return lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES - 1), `and ${lines.length - MOST_LINES + 1} more`];
}

/** One line for each record of a call: what it brings, and what the handler did. */
function recordLines(
  { arrivals, reported, redelivered: again, failure }: BatchCall,
  { history, faults, leftOut }: GuaranteeViolation,
  domain: Domain,
): string[] {
  return arrivals.map((arrival, place) => {
    const notAgain = 'event' in arrival && arrival.event === leftOut ? 'left out, though it fails alone' : 'done';
    const answered = reported.includes(place) ? 'reported' : again.includes(place) ? 'comes again' : notAgain;
    const outcome = failure === undefined ? answered : describeFailure(failure);
    return `${arrivalWords(arrival, { history, faults, domain })}: ${outcome}`;
  });
}

/** The poisoned records, each on a line of its own, as far as the calls do not show them whole. */
function poisonSection({ calls }: GuaranteeViolation, domain: Domain): string[] {
  const poisons = calls.flatMap(({ arrivals }) =>
    arrivals.flatMap((arrival) => ('poison' in arrival ? [makePoison(arrival, domain)] : [])),
  );
  const lines = [...new Set(poisons.flatMap(({ line }) => line ?? []))];
  return lines.length === 0 ? [] : section(`The poisoned record${lines.length === 1 ? '' : 's'}`, fewLines(lines));
}

/** What a call brought, in words. */
export function broughtWords({ history, arrivals, domain }: Brought): string {
  const [first, second, ...others] = arrivals.map((arrival) => arrivalWords(arrival, { history, faults: [], domain }));
  if (second === undefined) return `${first}`;
  return others.length === 0 ? `${first}, and ${second}` : `${first}, ${second}, and ${others.length} more`;
}

interface Among {
  readonly history: readonly CasesEvent[];
  readonly faults: readonly Fault[];
  readonly domain: Domain;
}

function arrivalWords(arrival: Arrival, { history, faults, domain }: Among): string {
  if ('poison' in arrival) return makePoison(arrival, domain).words;
  const event = history[arrival.event] as CasesEvent;
  const cases = [...new Set(history.map(readCaseId))];
  const which = cases.length === 1 ? '' : ` of case ${cases.indexOf(readCaseId(event)) + 1}`;
  const notes = faults
    .filter((fault) => fault.event === event.id && fault.kind !== 'poison')
    .map(({ kind }) => noted[kind]);
  const note = notes.length === 0 ? '' : ` (${[...new Set(notes)].join(', ')})`;
  return `${nameType(event)}${which}, changed ${event.detail.approximateChangeTime}${note}`;
}

const noted: Record<FaultKind, string> = {
  duplicates: 'comes twice',
  reordering: 'comes late',
  loss: 'lost',
  poison: '',
};

function differenceLines({ discrepancy, failed }: GuaranteeViolation): string[] {
  if (discrepancy !== undefined) return [discrepancyLine(discrepancy)];
  return failed === undefined ? [] : failureWords(failed);
}

/** Of a clean delivery the reason is in the event itself: which one that is. */
function failingEvent({ history, faults, failed, calls, discrepancy }: GuaranteeViolation): number | undefined {
  const failing = faults.length === 0 && failed !== undefined && discrepancy === undefined;
  if (!failing || changes(failed) || failed.kind === 'wrong answer') return undefined;
  const arrivals = failed.kind === 'given up' ? [failed.arrival] : (calls.at(-1)?.arrivals ?? []);
  const [first] = arrivals.flatMap((arrival) => ('event' in arrival ? [arrival.event] : []));
  return first !== undefined && first in history ? first : undefined;
}

/** What the failing event says otherwise than the sample. */
function sampleSection(violation: GuaranteeViolation, domain: Domain): string[] {
  const { history } = violation;
  const first = failingEvent(violation);
  if (first === undefined) return [];
  const event = history[first] as CasesEvent;
  const differences = differencesFromSample(event, domain);
  const whose = history.length === 1 ? '' : ` of ${arrivalWords({ event: first }, { history, faults: [], domain })}`;
  return differences.length === 0
    ? section(`The event${whose} is the sample itself`, sampleLines(event, domain))
    : section(`All that differs from the sample${whose} (${differences.length})`, [
        ...differences.slice(0, MOST_DIFFERENCES).map((difference) => differenceLine(difference, domain)),
        ...(differences.length > MOST_DIFFERENCES ? [`and ${differences.length - MOST_DIFFERENCES} more`] : []),
      ]);
}

/** What a failing event that is the sample itself is spelled by. */
function spellingFacts(violation: GuaranteeViolation, domain: Domain): FactName[] {
  const first = failingEvent(violation);
  const event = first === undefined ? undefined : violation.history[first];
  if (event === undefined || differencesFromSample(event, domain).length > 0) return [];
  return rowSpelledOtherwise(event) === undefined ? [] : ['eventTypes'];
}

const MOST_DIFFERENCES = 4;

function failureWords(failed: PlayFailure): string[] {
  switch (failed.kind) {
    case 'hung':
      return ['A call of it took longer than options.timeout.'];
    case 'late':
      return [...late.lines(failed.failure, 0)];
    case 'threw':
      if (changes(failed)) return ['Other code that gets the same object sees the change: work on a copy.'];
      return ['It fails, and nobody delivers the event again.', ...thrownWith(failed.failure)];
    case 'given up':
      // Beside poison it is the poison's error, which the calls tell.
      if (failed.beside && failed.failure !== undefined) {
        return [`The event is set aside after its last attempt (${describeFailure(failed.failure)}).`];
      }
      return [
        'The event is set aside after its last attempt.',
        ...(failed.failure === undefined ? [NO_ERROR] : thrownWith(failed.failure)),
      ];
    case 'wrong answer':
      return [];
  }
}

const NO_ERROR = 'The function reported it, but no error is known: log the error where the function reports it.';

function thrownWith(failure: HandlerFailure): string[] {
  return failure.kind === 'threw' ? thrownLines(failure.error) : [describeFailure(failure)];
}

/** What is known where EventBridge invokes the function itself. */
const viaNothing = { facts: { answer: 'answers', givenUp: 'retries' } } as const;

function listFacts(
  { faults, failed, guarantee: promise, discrepancy }: GuaranteeViolation,
  { facts: ofTransport }: Pick<Transport, 'facts'>,
): FactName[] {
  if (changes(failed)) return [];
  if (failed?.kind === 'wrong answer' || aboutReports.has(promise)) return [ofTransport.answer];
  if (promise === 'takes batches as it takes single records') return ['batches'];
  if (promise === 'has done its work when it answers' || failed?.kind === 'late') return ['frozen'];
  if (promise === 'does not order by time') return ['order'];
  if (promise === 'copes with batches in flight at once') return ['concurrency'];
  const names = faults.map((fault) => (fault.kind === 'poison' ? poisonFacts[fault.poison] : faultFacts[fault.kind]));
  if (names.length > 0) return [...new Set(names)];
  // What a handler keeps of a clean delivery is nobody's doing but its own.
  return discrepancy === undefined ? [ofTransport.givenUp] : [];
}

const aboutReports: ReadonlySet<GuaranteeName> = new Set(['reports what failed', 'reports nothing that is done']);

const faultFacts: Record<Exclude<FaultKind, 'poison'>, FactName> = {
  duplicates: 'atLeastOnce',
  reordering: 'order',
  loss: 'bestEffort',
};

const poisonFacts: Record<PoisonKind, FactName> = {
  'no JSON': 'otherSenders',
  malformed: 'otherSenders',
  foreign: 'sourceOnlyRule',
};

function nameType({ detail }: CasesEvent): string {
  return parseEventType(detail.eventType) ?? detail.eventType;
}
