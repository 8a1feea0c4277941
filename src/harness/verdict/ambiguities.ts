import { build } from '../../../arbitraries/generation/build.ts';
import { fixedCases } from '../../../arbitraries/generation/fixedCases.ts';
import { resolveCeiling } from '../../../arbitraries/generation/options.ts';
import { type PlannedEvent, toPlannedEvent } from '../../../arbitraries/generation/plannedEvent.ts';
import { samplePlan } from '../../../arbitraries/plan/plan.ts';
import { type EventKind, resolveEventKind } from '../../../arbitraries/variations/eventKind.ts';
import { type Dialect, defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { nameEventKinds } from '../../../model/event/eventKindName.ts';
import {
  type OpenQuestion,
  type OpenQuestionName,
  openQuestions,
  type Reading,
} from '../../../model/facts/openQuestions.ts';
import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';
import { listEventKinds, type Played } from '../run/schedule.ts';

/** Another reading of something that AWS leaves open, and the events by which a contract meets it. */
export interface Ambiguity {
  readonly question: OpenQuestionName;
  readonly reading: string;
  readonly asks: string;
  readonly evidence: Reading;
  readonly dialect: Dialect;
  readonly steps: readonly PlannedEvent[];
  /** The reading only spells something otherwise: a handler that then reads nothing has missed the event. */
  readonly spelling: boolean;
}

const spellings: readonly OpenQuestionName[] = ['relatedItemType', 'relatedItemEventType'];

/** Every other reading that makes a difference to the events of a contract. */
export function listAmbiguities(contract: Played): Ambiguity[] {
  return otherReadings().flatMap(({ question, reading }) => {
    const dialect = resolveDialect({ [question]: reading });
    const plannedEvents = stepsIn(contract, question, dialect);
    if (plannedEvents.length === 0) return [];
    const { asks, readings } = openQuestions[question] as OpenQuestion;
    const evidence = readings[reading] as Reading;
    return [
      { question, reading, asks, evidence, dialect, steps: plannedEvents, spelling: spellings.includes(question) },
    ];
  });
}

function otherReadings(): { question: OpenQuestionName; reading: string }[] {
  return (Object.keys(openQuestions) as OpenQuestionName[]).flatMap((question) => {
    const { playedBy, readings, default: documented } = openQuestions[question] as OpenQuestion;
    if (playedBy !== 'verify') return [];
    return Object.keys(readings)
      .filter((reading) => reading !== documented)
      .map((reading) => ({ question, reading }));
  });
}

function stepsIn(contract: Played, question: OpenQuestionName, dialect: Dialect): PlannedEvent[] {
  const { eventType, otherItemTypes, domain } = contract;
  if (question === 'updatedItemTypes') {
    return otherItemTypes
      .flatMap((itemType) => nameEventKinds(eventType, [itemType]))
      .map((name) => toPlannedEvent(samplePlan(resolveEventKind(name, domain, dialect)), 'sample'));
  }
  const kinds = listEventKinds(contract, dialect);
  if (question === 'entrySize') return kinds.flatMap((kind) => largest(kind));
  if (question === 'clearedField') return kinds.flatMap((kind) => cleared(contract, kind));
  return kinds.filter(differs).map((kind) => toPlannedEvent(samplePlan(kind), 'sample'));
}

/** Whether the dialect writes the sample otherwise than the documented one. */
function differs(kind: EventKind): boolean {
  const documented = resolveEventKind(kind, kind.domain, defaultDialect);
  return !isDeepStrictEqual(build(samplePlan(kind)), build(samplePlan(documented)));
}

const GROWN = 'fields added to the domain';

function largest(kind: EventKind): PlannedEvent[] {
  return fixedCases(kind, [], resolveCeiling(kind.dialect))
    .filter(({ coverageItem }) => coverageItem === `${GROWN}, ascii` || coverageItem === `${GROWN}, escapes`)
    .map((largest) => toPlannedEvent(largest.plan, largest.class));
}

function cleared(contract: Played, kind: EventKind): PlannedEvent[] {
  const reads = contract.reads.map(({ segments }) => segments);
  return fixedCases(kind, reads, 0)
    .filter(({ coverageItem }) => coverageItem === 'a cleared field')
    .map(({ plan }) => toPlannedEvent(plan, 'sparse'));
}

/** One line that says under which reading a handler fails, and what speaks for that reading. */
export function ambiguityLine(
  title: string,
  { asks, reading, evidence }: Pick<Ambiguity, 'asks' | 'reading' | 'evidence'>,
  outcome: string,
): string {
  const { evidence: why, certainty, link } = evidence;
  return `${title}: ${outcome} if the answer to "${asks}" is "${reading}": ${why} (${certainty}, ${link})`;
}
