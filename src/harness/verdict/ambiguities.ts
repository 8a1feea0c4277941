import { build } from '../../../arbitraries/generation/build.ts';
import { fixedCases } from '../../../arbitraries/generation/fixedCases.ts';
import { ceilingOf } from '../../../arbitraries/generation/options.ts';
import { firstStep, type Step } from '../../../arbitraries/generation/shrink.ts';
import { samplePlan } from '../../../arbitraries/plan/plan.ts';
import { type Shape, shapeOf } from '../../../arbitraries/variations/shape.ts';
import { type Dialect, defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import {
  type OpenQuestion,
  type OpenQuestionName,
  openQuestions,
  type Reading,
} from '../../../model/facts/openQuestions.ts';
import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';
import { type Played, shapesOf } from '../run/schedule.ts';

/** Another reading of something that AWS leaves open, and the events by which a contract meets it. */
export interface Ambiguity {
  readonly question: OpenQuestionName;
  readonly reading: string;
  readonly asks: string;
  readonly evidence: Reading;
  readonly dialect: Dialect;
  readonly steps: readonly Step[];
  /** The reading only spells something otherwise: a handler that then reads nothing has missed the event. */
  readonly spelling: boolean;
}

const spellings: readonly OpenQuestionName[] = ['relatedItemType', 'relatedItemEventType'];

/** Every other reading that makes a difference to the events of a contract. */
export function ambiguitiesOf(contract: Played): Ambiguity[] {
  return otherReadings().flatMap(({ question, reading }) => {
    const dialect = resolveDialect({ [question]: reading });
    const steps = stepsIn(contract, question, dialect);
    if (steps.length === 0) return [];
    const { asks, readings } = openQuestions[question] as OpenQuestion;
    const evidence = readings[reading] as Reading;
    return [{ question, reading, asks, evidence, dialect, steps, spelling: spellings.includes(question) }];
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

function stepsIn(contract: Played, question: OpenQuestionName, dialect: Dialect): Step[] {
  const { eventType, otherItemTypes, domain } = contract;
  if (question === 'updatedItemTypes') {
    return otherItemTypes.map((itemType) =>
      firstStep(samplePlan(shapeOf(eventType, itemType, domain, dialect)), 'sample'),
    );
  }
  const shapes = shapesOf(contract, dialect);
  if (question === 'entrySize') return shapes.flatMap((shape) => largest(shape));
  if (question === 'clearedField') return shapes.flatMap((shape) => cleared(contract, shape));
  return shapes.filter(differs).map((shape) => firstStep(samplePlan(shape), 'sample'));
}

/** Whether the dialect writes the sample otherwise than the documented one. */
function differs(shape: Shape): boolean {
  const documented = shapeOf(shape.type, shape.itemType, shape.domain, defaultDialect);
  return !isDeepStrictEqual(build(samplePlan(shape)), build(samplePlan(documented)));
}

const GROWN = 'fields added to the domain';

function largest(shape: Shape): Step[] {
  return fixedCases(shape, [], ceilingOf(shape.dialect))
    .filter(({ bullet }) => bullet === `${GROWN}, ascii` || bullet === `${GROWN}, escapes`)
    .map((largest) => firstStep(largest.plan, largest.class));
}

function cleared(contract: Played, shape: Shape): Step[] {
  const reads = contract.reads.map(({ steps }) => steps);
  return fixedCases(shape, reads, 0)
    .filter(({ bullet }) => bullet === 'a cleared field')
    .map(({ plan }) => firstStep(plan, 'sparse'));
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
