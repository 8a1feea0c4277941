import type { Contract } from '../../../contracts/contract.ts';
import type { EventClass } from '../../../model/event/eventClasses.ts';
import { type FactName, facts } from '../../../model/facts/facts.ts';
import type { Difference } from '../../../model/values/differences.ts';
import { showJson } from '../../../model/values/show/showJson.ts';
import { showPath } from '../../../model/values/show/showPath.ts';
import type { Check } from '../checks/check.ts';
import { checks, type HandlerFailure } from '../checks/checks.ts';
import type { Replay } from '../failure/contractViolation.ts';
import { fitLines, formatDifference, formatFact, formatSection } from '../failure/failureLines.ts';
import { formatPrinted } from '../failure/formatPrinted.ts';
import { formatSampleLines } from '../failure/formatSampleLines.ts';
import { formatReplayCommand, type ReplayRequest } from '../replayRequest/replayRequest.ts';
import { INPUT_TITLE, listInputLines } from '../targetInput/describeInput.ts';
import type { TargetInput } from '../transports/transport.ts';
import { callFacts } from './callFacts.ts';

/** The contents of a report. */
export interface Failed {
  readonly contract: Contract;
  readonly class: EventClass;
  readonly event: object;
  readonly failure: HandlerFailure;
  /** Whether the handler got the same event before: AWS may deliver an event twice. */
  readonly repeated: boolean;
  readonly differences: readonly Difference[];
  /** The differences that the rule before the handler asks for. */
  readonly demanded: readonly Difference[];
  readonly facts: readonly FactName[];
  /** What the target of the rule sends in place of the event. */
  readonly input?: TargetInput | undefined;
  readonly timeout: number;
  readonly replay: Replay | undefined;
  /** What `CASES_REPLAY` has to ask for. */
  readonly request: ReplayRequest;
  /** The handler, as code. */
  readonly code: string;
  /** Further options of the replay, as code. */
  readonly replayOptions: readonly string[];
  /** The line about the witness: its file, or the witness itself. */
  readonly witness: string | undefined;
}

/** The most items of each kind in a report. */
interface Room {
  readonly facts: number;
  readonly differences: number;
  /** Of a foreign event, which has only one fact. */
  readonly foreign: number;
  readonly calls: number;
  readonly printed: number;
  /** The calls in code that replay the failure, beside the command. */
  readonly code: number;
}

/** From the most to the least: the first with which a report fits on one screen counts. */
const rooms: readonly [Room, ...Room[]] = [
  { facts: 3, differences: 5, foreign: 8, calls: 6, printed: 4, code: 1 },
  { facts: 2, differences: 5, foreign: 8, calls: 4, printed: 4, code: 1 },
  { facts: 2, differences: 4, foreign: 6, calls: 4, printed: 3, code: 1 },
  { facts: 1, differences: 3, foreign: 4, calls: 3, printed: 2, code: 1 },
  { facts: 1, differences: 2, foreign: 3, calls: 2, printed: 1, code: 0 },
];

/** The lines of one screen. */
const SCREEN = 25;

/** Explains a failure on one screen: the event, the handler's fault, the reasons of AWS, and the replay. */
export function explain(failed: Failed): string {
  const reports = rooms.map((room) => listLines(failed, room).join('\n').split('\n'));
  return (reports.find(({ length }) => length <= SCREEN) ?? (reports.at(-1) as string[])).join('\n');
}

function listLines(failed: Failed, room: Room): string[] {
  const { lines }: Check = checks[failed.failure.kind];
  return [
    writeHeadline(failed),
    ...formatSection(writeDifferencesTitle(failed), formatDifferences(failed, room)),
    ...formatSection(INPUT_TITLE, listInputLines(failed, failed.event)),
    ...formatSection('What the handler did', lines(failed.failure, failed.timeout)),
    ...formatSection(
      'The watched calls, in this order',
      fitLines(failed.failure.made ?? [], room.calls, (call) => call),
    ),
    ...formatSection('What it printed', formatPrinted(failed.failure.printed ?? [], room.printed)),
    ...formatFactSections(failed.facts, room.facts),
    ...formatSection('Replay', listReplayLines(failed, room)),
  ];
}

/** Explains a fault that the report of another contract of the table shows already; `title` is that of the contract. */
export function explainAgain(failed: Failed, title: string): string {
  const { contract, class: eventClass, failure, request, witness } = failed;
  const { headline, lines }: Check = checks[failure.kind];
  return [
    `${contract.title}: the handler ${headline} as above, in "${title}" (here on an event of class ${eventClass}).`,
    ...formatSection('What the handler did', lines(failure, failed.timeout)),
    ...formatSection('Replay', [formatReplayCommand(request), ...(witness === undefined ? [] : [witness])]),
  ].join('\n');
}

/** The reasons for the event, then what AWS states about the call: some facts, or one under each title. */
function formatFactSections(names: readonly FactName[], mostFacts: number): string[] {
  const reasons = names.filter((name) => !callFacts.has(name));
  const ofCall = names.filter((name) => callFacts.has(name));
  const most = reasons.length > 0 && ofCall.length > 0 ? 1 : mostFacts;
  const lines = (some: readonly FactName[]): string[] => some.slice(0, most).map((name) => formatFact(facts[name]));
  return [
    ...formatSection('Why AWS may send this', lines(reasons)),
    ...formatSection('What AWS states', lines(ofCall)),
  ];
}

function writeHeadline({ contract, class: eventClass, failure }: Failed): string {
  return `${contract.title}: the handler ${checks[failure.kind].headline} on an event that ${eventClass === 'foreign' ? 'the same rule delivers' : 'AWS may send'} (class ${eventClass}).`;
}

function writeDifferencesTitle({ differences, class: eventClass, repeated }: Failed): string {
  if (repeated) return 'The handler received this event before';
  if (eventClass === 'foreign') return 'The event';
  return differences.length === 0
    ? 'The event is the sample itself'
    : `All that differs from the sample (${differences.length})`;
}

function formatDifferences(failed: Failed, room: Room): string[] {
  const { differences, contract, event, class: eventClass, repeated } = failed;
  if (repeated) return ["the sample, played twice; give `reset` if each event should be the handler's first"];
  if (differences.length === 0)
    return eventClass === 'foreign' ? [] : formatSampleLines(event, contract.domain, failed.input === undefined);
  const asked = new Set(failed.demanded.map((difference) => JSON.stringify(difference)));
  const isAsked = (difference: Difference): boolean => asked.has(JSON.stringify(difference));
  const line = (difference: Difference): string => {
    if (eventClass === 'foreign') return formatValue(difference);
    return `${formatDifference(difference, contract.domain)}${isAsked(difference) ? ' (the rule asks for it)' : ''}`;
  };
  const ordered = [...differences.filter((one) => !isAsked(one)), ...differences.filter(isAsked)];
  return fitLines(ordered, eventClass === 'foreign' ? room.foreign : room.differences, line);
}

/** Shows one value of a foreign event, which has no sample to differ from. */
function formatValue({ steps: segments, to }: Difference): string {
  return `${showPath(segments)}: ${showJson(to)}`;
}

function listReplayLines({ contract, replay, request, code, replayOptions, witness }: Failed, room: Room): string[] {
  return [
    formatReplayCommand(request),
    ...(replay === undefined || room.code === 0
      ? []
      : [
          `verify(contract, ${code}, { ${[...replayOptions, `seed: ${replay.seed}`, `path: '${replay.path}'`].join(', ')} }) for "${contract.title}"`,
        ]),
    ...(witness === undefined ? [] : [witness]),
  ];
}
