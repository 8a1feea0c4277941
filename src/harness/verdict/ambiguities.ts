import { type EventSpace, eventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { type Dialect, resolveDialect } from '../../../model/event/dialect.ts';
import {
  type OpenQuestion,
  type OpenQuestionName,
  openQuestions,
  type Reading,
} from '../../../model/facts/openQuestions.ts';
import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';

/** What to play: the events of a type, of some item types and a domain, with attention to the places read. */
export type Played = Pick<Contract, 'eventType' | 'itemTypes' | 'otherItemTypes' | 'reads' | 'domain'>;

/** Another reading of an open question, and the events that show its effect on a contract. */
export interface Ambiguity {
  readonly question: OpenQuestionName;
  readonly reading: string;
  readonly asks: string;
  readonly evidence: Reading;
  /** The event kinds to which the reading makes a difference. */
  readonly space: EventSpace;
  readonly plannedEvents: readonly PlannedEvent[];
  /** Whether the reading changes only a spelling: a handler that then reads nothing has missed the event. */
  readonly spelling: boolean;
}

const spellings: readonly OpenQuestionName[] = ['relatedItemType', 'relatedItemEventType'];

/** Every other reading that makes a difference to the events of a contract. */
export function listAmbiguities(contract: Played): Ambiguity[] {
  return otherReadings().flatMap(({ question, reading }) => {
    const dialect = resolveDialect({ [question]: reading });
    const planned = planReading(contract, question, dialect);
    if (planned === undefined || planned.plannedEvents.length === 0) return [];
    const { asks, readings } = openQuestions[question] as OpenQuestion;
    const evidence = readings[reading] as Reading;
    const spelling = spellings.includes(question);
    return [{ question, reading, asks, evidence, ...planned, spelling }];
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

/** A contract's event kinds under another reading, and the events that show its effect. */
function planReading(
  contract: Played,
  question: OpenQuestionName,
  dialect: Dialect,
): Pick<Ambiguity, 'plannedEvents' | 'space'> | undefined {
  const { otherItemTypes, reads } = contract;
  if (question === 'updatedItemTypes') {
    if (otherItemTypes.length === 0) return undefined;
    const others = eventSpace({ ...contract, itemTypes: otherItemTypes, dialect });
    return { space: others, plannedEvents: others.samples() };
  }
  const space = eventSpace({ ...contract, dialect });
  if (question === 'entrySize')
    return { space, plannedEvents: space.cases([]).filter(({ coverageItem }) => isLargest(coverageItem)) };
  if (question === 'clearedField') {
    const plannedEvents = space.cases(reads).filter(({ coverageItem }) => coverageItem === 'a cleared field');
    return { space, plannedEvents };
  }
  const differing = space.filter((sample) => !isDeepStrictEqual(sample.event(), sample.documentedSample()));
  return { space: differing, plannedEvents: differing.samples() };
}

function isLargest(coverageItem: PlannedEvent['coverageItem']): boolean {
  return coverageItem === 'fields added to the domain, ascii' || coverageItem === 'fields added to the domain, escapes';
}

/** One line with the reading under which a handler fails, and the evidence for it. */
export function ambiguityLine(
  title: string,
  { asks, reading, evidence }: Pick<Ambiguity, 'asks' | 'reading' | 'evidence'>,
  outcome: string,
): string {
  const { evidence: why, certainty, link } = evidence;
  return `${title}: ${outcome} if the answer to "${asks}" is "${reading}": ${why} (${certainty}, ${link})`;
}
