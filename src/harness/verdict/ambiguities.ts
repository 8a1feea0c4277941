import type { EventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import { type Dialect, resolveDialect } from '../../../model/event/dialect.ts';
import type { Fact } from '../../../model/facts/facts.ts';
import { type OpenQuestion, type OpenQuestionName, openQuestions } from '../../../model/facts/openQuestions.ts';
import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';

/** The parts of a contract that determine its events. */
export type Played = Pick<Contract, 'eventType' | 'itemTypes' | 'otherItemTypes' | 'reads' | 'domain' | 'rule'>;

/** Another reading of an open question, and the events of a contract that differ under it. */
export interface Ambiguity {
  readonly question: OpenQuestionName;
  readonly reading: string;
  readonly asks: string;
  /** What speaks for this reading. */
  readonly fact: Fact;
  /** The event kinds that differ under this reading. */
  readonly space: EventSpace;
  readonly plannedEvents: readonly PlannedEvent[];
  /** Whether the reading only changes a spelling: a handler that reads nothing then does not recognise the event. */
  readonly spelling: boolean;
}

const spellings: readonly OpenQuestionName[] = ['relatedItemType', 'relatedItemEventType'];

/** The other readings that change the events of a contract. */
export function listAmbiguities(contract: Played): Ambiguity[] {
  return listAmbiguityPlans(contract).flatMap((plan) => plan() ?? []);
}

/** The same, each planned when it is called, because this takes a while: undefined for a reading that changes nothing. */
export function listAmbiguityPlans(contract: Played): readonly (() => Ambiguity | undefined)[] {
  return listOtherReadings().map((other) => () => planAmbiguity(contract, other));
}

function planAmbiguity(contract: Played, { question, reading }: OtherReading): Ambiguity | undefined {
  const dialect = resolveDialect({ [question]: reading });
  const planned = planReading(contract, question, dialect);
  if (planned === undefined || planned.plannedEvents.length === 0) return undefined;
  const { asks, readings } = openQuestions[question] as OpenQuestion;
  const fact = readings[reading] as Fact;
  const spelling = spellings.includes(question);
  return { question, reading, asks, fact, ...planned, spelling };
}

type OtherReading = Pick<Ambiguity, 'question' | 'reading'>;

function listOtherReadings(): OtherReading[] {
  return (Object.keys(openQuestions) as OpenQuestionName[]).flatMap((question) => {
    const { playedBy, readings, default: defaultReading } = openQuestions[question] as OpenQuestion;
    if (playedBy !== 'verify') return [];
    return Object.keys(readings)
      .filter((reading) => reading !== defaultReading)
      .map((reading) => ({ question, reading }));
  });
}

/** The event kinds of a contract under another reading, and the events that differ under it. */
function planReading(
  contract: Played,
  question: OpenQuestionName,
  dialect: Dialect,
): Pick<Ambiguity, 'plannedEvents' | 'space'> | undefined {
  const { otherItemTypes, reads } = contract;
  if (question === 'updatedItemTypes') {
    if (otherItemTypes.length === 0) return undefined;
    const others = contractSpace({ ...contract, itemTypes: otherItemTypes }, dialect);
    return { space: others, plannedEvents: others.samples() };
  }
  const space = contractSpace(contract, dialect);
  if (question === 'entrySize') return { space, plannedEvents: space.cases([], undefined, isLargest) };
  if (question === 'clearedField')
    return { space, plannedEvents: space.cases(reads, undefined, (item) => item === question) };
  const differing = space.filter((closest) => !isDeepStrictEqual(closest.sample(), closest.defaultSample()));
  return { space: differing, plannedEvents: differing.samples() };
}

function isLargest(coverageItem: NonNullable<PlannedEvent['coverageItem']>): boolean {
  return coverageItem === 'grown.ascii' || coverageItem === 'grown.escapes';
}

/** A failure under another reading, with the fact behind that reading. It follows a title and a colon. */
export function describeAmbiguity(
  { asks, reading, fact }: Pick<Ambiguity, 'asks' | 'reading' | 'fact'>,
  outcome: string,
): string {
  const { states, certainty, link } = fact;
  return `${outcome} if the answer to "${asks}" is "${reading}": ${states} (${certainty}, ${link})`;
}
