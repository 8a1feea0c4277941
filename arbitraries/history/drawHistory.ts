import type { Dialect } from '../../model/event/dialect.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { relatedItemTypes, unknownItemType } from '../../model/facts/relatedItemTypes.ts';
import type { SeededRandom } from '../../model/values/seededRandom.ts';
import { DAY, MINUTE, SECOND } from '../../model/values/time/durations.ts';
import type { Command, CommandType, HistoryPlan } from './historyPlan.ts';

/** Which histories to draw. */
export interface HistoryChoice extends Omit<HistoryPlan, 'seed' | 'begin' | 'commands'> {
  /** The greatest number of commands. */
  readonly maxLength: number;
  /** The greatest number of cases. */
  readonly maxCases: number;
}

/** Draws the plan of a history. */
export function drawHistory({ maxLength, maxCases, ...common }: HistoryChoice, random: SeededRandom): HistoryPlan {
  const { dialect, minLength } = common;
  const length = minLength + random.below(maxLength - minLength + 1);
  const caseIndices = drawCases(1 + random.below(Math.min(maxCases, length)), length, random);
  const actorCount = 1 + random.below(MOST_ACTORS);
  // With ties, every third history happens all at once.
  const tie = dialect.changeTimeTies === 'occur' ? random.pick([1, 2, 3]) : NEVER;
  const commands = caseIndices.map((caseIndex, key) =>
    drawCommand({ key, caseIndex, actorCount, tie }, dialect, random),
  );
  return {
    ...common,
    seed: random.next(),
    begin: sampleIds.changedAt + random.below(1000 * DAY),
    commands: withDeletions(commands, random),
  };
}

const MOST_ACTORS = 4;
const NEVER = Number.MAX_SAFE_INTEGER;

/** The case of each command: every case has one, in random order. Cases are numbered in the order of their creation. */
function drawCases(cases: number, count: number, random: SeededRandom): number[] {
  const indices = Array.from({ length: count }, (_, place) => (place < cases ? place : random.below(cases)));
  for (let place = count - 1; place > 0; place--) {
    const other = random.below(place + 1);
    [indices[place], indices[other]] = [indices[other] as number, indices[place] as number];
  }
  const order = [...new Set(indices)];
  return indices.map((index) => order.indexOf(index));
}

/** The parts of a command that are known before the rest is drawn. */
interface KnownCommand extends Pick<Command, 'key' | 'caseIndex'> {
  /** How many actors the history has. */
  readonly actorCount: number;
  /** One change in `tie` has the time of the previous change. */
  readonly tie: number;
}

function drawCommand(
  { key, caseIndex, actorCount, tie }: KnownCommand,
  dialect: Dialect,
  random: SeededRandom,
): Command {
  return {
    key,
    caseIndex,
    type: random.pick(weightedTypes),
    itemType: random.pick(itemTypes),
    itemIndex: random.below(8),
    actorIndex: 1 + random.below(actorCount),
    eventClass: random.pick(classes),
    seed: 1 + random.next(),
    planned: undefined,
    pause: tie !== NEVER && random.below(tie) === 0 ? 0 : drawPause(dialect, random),
    grain: dialect.fractionZeros === 'dropped' ? random.pick(grains) : 1,
    // Most are sent within seconds. Later changes overtake some.
    delay: random.below(4) === 0 ? random.below(30 * MINUTE) : random.below(5 * SECOND),
  };
}

function drawPause(dialect: Dialect, random: SeededRandom): number {
  // Commands follow each other within milliseconds, or after days.
  const most = random.pick([10, SECOND, MINUTE, 60 * MINUTE, 3 * DAY]);
  const least = getSmallestPause(dialect);
  return least * (1 + Math.floor(random.below(most) / least));
}

/** The smallest pause between two changes with different times, in milliseconds. */
export function getSmallestPause(dialect: Dialect): number {
  return dialect.fraction === 'seconds' ? SECOND : 1;
}

/** Makes half of the cases end with their deletion. */
function withDeletions(commands: readonly Command[], random: SeededRandom): Command[] {
  const ends = new Map(commands.map(({ caseIndex }, place) => [caseIndex, place]));
  const deleted = new Set([...ends.values()].filter(() => random.below(2) === 0));
  return commands.map((command, place) => (deleted.has(place) ? { ...command, type: 'delete' } : command));
}

function repeatValue<Value>(count: number, value: Value): Value[] {
  return Array(count).fill(value);
}

/** Each command type as often as its weight. */
const weightedTypes: readonly CommandType[] = [
  ...repeatValue<CommandType>(6, 'update'),
  ...repeatValue<CommandType>(4, 'add'),
  ...repeatValue<CommandType>(3, 'change'),
  'remove',
  ...repeatValue<CommandType>(2, 'close'),
  ...repeatValue<CommandType>(2, 'reopen'),
];

/** People mostly add comments and contacts. */
const itemTypes: readonly string[] = [
  ...repeatValue(12, 'Comment'),
  ...repeatValue(8, 'Contact'),
  ...relatedItemTypes.flatMap((type) => repeatValue(3, type)),
  unknownItemType,
];

const classes: readonly Command['eventClass'][] = [
  ...repeatValue(9, 'typical' as const),
  'sparse',
  'edge',
  'edge',
  'open',
];

const grains = [1, 10, 100, SECOND];
