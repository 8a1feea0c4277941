import type { EventClass } from '../../../arbitraries/variations/classes.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import type { Fact } from '../../../model/facts/facts.ts';
import { itemTypeOfTomorrow } from '../../../model/facts/relatedItemTypes.ts';
import { type Difference, differencesBetween } from '../../harness/failure/differences.ts';
import { differenceLine, factLine, head, section } from '../../harness/failure/failureLines.ts';
import { documentedSample } from '../events/documentedSample.ts';
import { eventOf } from '../events/playlist.ts';
import type { Demand } from './demands.ts';
import { factsOfDemand } from './factsOfDemand.ts';
import { remedyOf } from './remedyOf.ts';
import type { Target } from './targets.ts';

/** A demand of an interaction that AWS does not promise to meet, and the smallest event that does not meet it. */
export interface Failure {
  readonly class: EventClass;
  readonly demand: Demand;
  readonly event: CasesEvent;
  /** All that differs from the sample. */
  readonly differences: readonly Difference[];
  readonly facts: readonly Fact[];
  readonly todo: string;
  /** The other answer to an open question that the event follows. */
  readonly reading?: { readonly question: string; readonly reading: string };
  readonly text: string;
}

/** What there is to tell of a target that cannot be shrunk any more; `title` names the interaction. */
export function failureOf(title: string, target: Target, domain: Domain): Failure {
  const { play, demand } = target;
  const event = eventOf(play);
  const differences = differencesBetween(documentedSample(play.step.plan.shape), event);
  const facts = factsOfDemand(target);
  const todo = remedyOf(demand, play.reading !== undefined, domain);
  const told = { class: classOf(target), demand, event, differences, facts, todo };
  return {
    ...told,
    ...(play.reading === undefined
      ? {}
      : { reading: { question: play.reading.question, reading: play.reading.reading } }),
    text: textOf(title, told, domain),
  };
}

/** An event that is shrunk to the sample is of that class, whatever it was drawn from; an item of tomorrow stays new. */
function classOf({ play: { step } }: Target): EventClass {
  const { fill, shape, variations } = step.plan;
  const isSample = fill === undefined && variations.every((variation) => variation === 0);
  return isSample && shape.itemType !== itemTypeOfTomorrow ? 'sample' : step.eventClass;
}

const MOST_LINES = 5;

function textOf(title: string, failure: Omit<Failure, 'text'>, domain: Domain): string {
  const { differences, demand, facts, todo } = failure;
  const shown = differences.length > MOST_LINES ? MOST_LINES - 1 : differences.length;
  const lines = differences.slice(0, shown).map((difference) => differenceLine(difference, domain));
  const none = differences.length === 0 ? ['nothing differs: it is the documented event of its type'] : [];
  const more = differences.length > shown ? [`and ${differences.length - shown} more`] : [];
  return [
    `${title}: it demands what AWS does not promise (class ${failure.class}).`,
    ...section(
      differences.length === 0
        ? 'The event is the sample itself'
        : `All that differs from the sample (${differences.length})`,
      [...none, ...lines, ...more],
    ),
    ...section('What is demanded', [demandLine(demand)]),
    ...section('Why AWS may send this', facts.slice(0, 3).map(factLine)),
    ...section('What to do', [todo]),
  ].join('\n');
}

/** The demand on one line: texts of the events may be long. */
export function demandLine({ kind, path, words }: Demand): string {
  return kind === 'presence' ? words : `${path}: ${shortened(words)}`;
}

const LONGEST = 200;

/** Pact's verifier writes values out, over several lines and in colours. */
function shortened(words: string): string {
  const line = words.replaceAll(COLOURS, '').replaceAll(/\s+/g, ' ');
  return line.length <= LONGEST ? line : head(line, LONGEST);
}

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
