import type { Dialect } from '../../model/event/dialect.ts';
import { sampleIds } from '../../model/event/samples.ts';
import { itemTypeOfTomorrow, relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import type { Draws } from '../values/draws.ts';
import type { Action, Deed, HistoryPlan } from './historyPlan.ts';

/** Which histories are drawn. */
export interface HistoryChoice extends Omit<HistoryPlan, 'seed' | 'begin' | 'actions'> {
  /** The greatest number of actions. */
  readonly maxLength: number;
  /** The greatest number of cases. */
  readonly maxCases: number;
}

/** A random plan. */
export function drawHistory({ maxLength, maxCases, ...common }: HistoryChoice, draws: Draws): HistoryPlan {
  const { dialect, minLength } = common;
  const length = minLength + draws.below(maxLength - minLength + 1);
  const ofs = drawCases(1 + draws.below(Math.min(maxCases, length)), length, draws);
  const cast = 1 + draws.below(CAST);
  // Of histories with ties every third one happens all at once.
  const tie = dialect.changeTimeTies === 'occur' ? draws.pick([1, 2, 3]) : NEVER;
  const actions = ofs.map((of, key) => drawAction({ key, of, cast, tie }, dialect, draws));
  return {
    ...common,
    seed: draws.next(),
    begin: sampleIds.changedAt + draws.below(1000 * DAY),
    actions: withDeletions(actions, draws),
  };
}

const CAST = 4;
const NEVER = Number.MAX_SAFE_INTEGER;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** The case of each action: each case has one, and they mix. They are numbered in the order of their creations. */
function drawCases(cases: number, count: number, draws: Draws): number[] {
  const ofs = Array.from({ length: count }, (_, place) => (place < cases ? place : draws.below(cases)));
  for (let place = count - 1; place > 0; place--) {
    const other = draws.below(place + 1);
    [ofs[place], ofs[other]] = [ofs[other] as number, ofs[place] as number];
  }
  const order = [...new Set(ofs)];
  return ofs.map((of) => order.indexOf(of));
}

/** What is settled of an action before the rest is drawn. */
interface Settled extends Pick<Action, 'key' | 'of'> {
  /** How many there are in the cast. */
  readonly cast: number;
  /** One in so many changes has the time of the one before. */
  readonly tie: number;
}

function drawAction({ key, of, cast, tie }: Settled, dialect: Dialect, draws: Draws): Action {
  return {
    key,
    of,
    deed: draws.pick(deck),
    itemType: draws.pick(itemTypes),
    which: draws.below(8),
    by: 1 + draws.below(cast),
    eventClass: draws.pick(classes),
    number: 1 + draws.next(),
    step: undefined,
    pause: tie !== NEVER && draws.below(tie) === 0 ? 0 : drawPause(dialect, draws),
    grain: dialect.fractionZeros === 'dropped' ? draws.pick(grains) : 1,
    // Most are sent within seconds; some are so late that later changes overtake them.
    delay: draws.below(4) === 0 ? draws.below(30 * MINUTE) : draws.below(5 * SECOND),
  };
}

function drawPause(dialect: Dialect, draws: Draws): number {
  // Two people and an automation work at once, or nobody for days.
  const most = draws.pick([10, SECOND, MINUTE, 60 * MINUTE, 3 * DAY]);
  const least = smallestPause(dialect);
  return least * (1 + Math.floor(draws.below(most) / least));
}

/** The least that lies between two changes whose times are to differ, in milliseconds. */
export function smallestPause(dialect: Dialect): number {
  return dialect.fraction === 'seconds' ? SECOND : 1;
}

/** Half of the cases end with their deletion. */
function withDeletions(actions: readonly Action[], draws: Draws): Action[] {
  const ends = new Map(actions.map(({ of }, place) => [of, place]));
  const deleted = new Set([...ends.values()].filter(() => draws.below(2) === 0));
  return actions.map((action, place) => (deleted.has(place) ? { ...action, deed: 'delete' } : action));
}

function times<Value>(count: number, value: Value): Value[] {
  return Array(count).fill(value);
}

/** How often each deed is drawn. */
const deck: readonly Deed[] = [
  ...times<Deed>(6, 'update'),
  ...times<Deed>(4, 'add'),
  ...times<Deed>(3, 'change'),
  'remove',
  ...times<Deed>(2, 'close'),
  ...times<Deed>(2, 'reopen'),
];

/** Comments and contacts are most of what people add. */
const itemTypes: readonly string[] = [
  ...times(12, 'Comment'),
  ...times(8, 'Contact'),
  ...relatedItemTypes.flatMap((type) => times(3, type)),
  itemTypeOfTomorrow,
];

const classes: readonly Action['eventClass'][] = [...times(9, 'typical' as const), 'sparse', 'edge', 'edge', 'open'];

const grains = [1, 10, 100, SECOND];
