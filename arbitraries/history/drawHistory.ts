import type { Dialect } from '../../model/event/dialect.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { relatedItemTypes, unknownItemType } from '../../model/facts/relatedItemTypes.ts';
import type { SeededRandom } from '../../model/values/seededRandom.ts';
import type { Command, CommandType, HistoryPlan } from './historyPlan.ts';

/** Which histories are drawn. */
export interface HistoryChoice extends Omit<HistoryPlan, 'seed' | 'begin' | 'commands'> {
  /** The greatest number of actions. */
  readonly maxLength: number;
  /** The greatest number of cases. */
  readonly maxCases: number;
}

/** A random plan. */
export function drawHistory({ maxLength, maxCases, ...common }: HistoryChoice, random: SeededRandom): HistoryPlan {
  const { dialect, minLength } = common;
  const length = minLength + random.below(maxLength - minLength + 1);
  const ofs = drawCases(1 + random.below(Math.min(maxCases, length)), length, random);
  const cast = 1 + random.below(CAST);
  // Of histories with ties every third one happens all at once.
  const tie = dialect.changeTimeTies === 'occur' ? random.pick([1, 2, 3]) : NEVER;
  const commands = ofs.map((of, key) => drawAction({ key, caseIndex: of, cast, tie }, dialect, random));
  return {
    ...common,
    seed: random.next(),
    begin: sampleIds.changedAt + random.below(1000 * DAY),
    commands: withDeletions(commands, random),
  };
}

const CAST = 4;
const NEVER = Number.MAX_SAFE_INTEGER;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** The case of each action: each case has one, and they mix. They are numbered in the order of their creations. */
function drawCases(cases: number, count: number, random: SeededRandom): number[] {
  const ofs = Array.from({ length: count }, (_, place) => (place < cases ? place : random.below(cases)));
  for (let place = count - 1; place > 0; place--) {
    const other = random.below(place + 1);
    [ofs[place], ofs[other]] = [ofs[other] as number, ofs[place] as number];
  }
  const order = [...new Set(ofs)];
  return ofs.map((of) => order.indexOf(of));
}

/** What is settled of an action before the rest is drawn. */
interface Settled extends Pick<Command, 'key' | 'caseIndex'> {
  /** How many there are in the cast. */
  readonly cast: number;
  /** One in so many changes has the time of the one before. */
  readonly tie: number;
}

function drawAction({ key, caseIndex, cast, tie }: Settled, dialect: Dialect, random: SeededRandom): Command {
  return {
    key,
    caseIndex,
    type: random.pick(deck),
    itemType: random.pick(itemTypes),
    itemIndex: random.below(8),
    actorIndex: 1 + random.below(cast),
    eventClass: random.pick(classes),
    seed: 1 + random.next(),
    planned: undefined,
    pause: tie !== NEVER && random.below(tie) === 0 ? 0 : drawPause(dialect, random),
    grain: dialect.fractionZeros === 'dropped' ? random.pick(grains) : 1,
    // Most are sent within seconds; some are so late that later changes overtake them.
    delay: random.below(4) === 0 ? random.below(30 * MINUTE) : random.below(5 * SECOND),
  };
}

function drawPause(dialect: Dialect, random: SeededRandom): number {
  // Two people and an automation work at once, or nobody for days.
  const most = random.pick([10, SECOND, MINUTE, 60 * MINUTE, 3 * DAY]);
  const least = smallestPause(dialect);
  return least * (1 + Math.floor(random.below(most) / least));
}

/** The least that lies between two changes whose times are to differ, in milliseconds. */
export function smallestPause(dialect: Dialect): number {
  return dialect.fraction === 'seconds' ? SECOND : 1;
}

/** Half of the cases end with their deletion. */
function withDeletions(commands: readonly Command[], random: SeededRandom): Command[] {
  const ends = new Map(commands.map(({ caseIndex }, place) => [caseIndex, place]));
  const deleted = new Set([...ends.values()].filter(() => random.below(2) === 0));
  return commands.map((command, place) => (deleted.has(place) ? { ...command, type: 'delete' } : command));
}

function times<Value>(count: number, value: Value): Value[] {
  return Array(count).fill(value);
}

/** How often each deed is drawn. */
const deck: readonly CommandType[] = [
  ...times<CommandType>(6, 'update'),
  ...times<CommandType>(4, 'add'),
  ...times<CommandType>(3, 'change'),
  'remove',
  ...times<CommandType>(2, 'close'),
  ...times<CommandType>(2, 'reopen'),
];

/** Comments and contacts are most of what people add. */
const itemTypes: readonly string[] = [
  ...times(12, 'Comment'),
  ...times(8, 'Contact'),
  ...relatedItemTypes.flatMap((type) => times(3, type)),
  unknownItemType,
];

const classes: readonly Command['eventClass'][] = [...times(9, 'typical' as const), 'sparse', 'edge', 'edge', 'open'];

const grains = [1, 10, 100, SECOND];
