import { sampleIds } from '../../model/event/samples.ts';
import { shrinks } from '../generation/shrink.ts';
import { buildHistory, type History } from './buildHistory.ts';
import { type Action, casesOf, deeds, type HistoryPlan } from './historyPlan.ts';

/**
 * Histories that tell less: fewer cases, fewer actions, then plainer ones, down to the values of the sample. None of them
 * tells the same events.
 */
export function* shrinksOf(history: History): IterableIterator<History> {
  const { plan } = history;
  const told = JSON.stringify(history.events);
  for (const ways of [fewerCases, fewerActions, fewerByTwo, allPlain, mergedCases, plainerActions, earlierBegin]) {
    for (const shorter of ways(plan)) {
      if (shorter.actions.length < plan.minLength) continue;
      const shrunk = buildHistory(shorter);
      if (JSON.stringify(shrunk.events) !== told) yield shrunk;
    }
  }
}

function* fewerCases(plan: HistoryPlan): Iterable<HistoryPlan> {
  const cases = casesOf(plan);
  if (cases.length === 1) return;
  for (const of of cases) yield withActions(plan, (action) => action.of === of);
  for (const of of cases) yield withActions(plan, (action) => action.of !== of);
}

function withActions(plan: HistoryPlan, keep: (action: Action, place: number) => boolean): HistoryPlan {
  return { ...plan, actions: plan.actions.filter(keep) };
}

/** From the end: what comes later depends on what was before it. */
function* fewerActions(plan: HistoryPlan): Iterable<HistoryPlan> {
  const { length } = plan.actions;
  for (let size = length; size >= 1; size = Math.floor(size / 2)) {
    for (let end = length; end > 0; end -= size) {
      if (size < length) yield withActions(plan, (_, place) => place < end - size || place >= end);
    }
  }
}

/**
 * Two at once, of a short history: without its creation alone, what came next is the creation; without its deletion
 * alone, nothing that counts may be left to change. Without both it is shorter all the same.
 */
function* fewerByTwo(plan: HistoryPlan): Iterable<HistoryPlan> {
  const { length } = plan.actions;
  if (length > SHORT) return;
  for (let one = length - 1; one > 0; one--) {
    for (let other = one - 1; other >= 0; other--) {
      yield withActions(plan, (_, place) => place !== one && place !== other);
    }
  }
}

const SHORT = 8;

function* allPlain(plan: HistoryPlan): Iterable<HistoryPlan> {
  yield { ...plan, begin: sampleIds.changedAt, actions: plan.actions.map((action) => ({ ...action, ...plain })) };
}

const plain = { number: 0, step: undefined, by: 0, delay: 0, pause: 1000, grain: 1, which: 0 };

/** One case takes part in another; the last one first. */
function* mergedCases(plan: HistoryPlan): Iterable<HistoryPlan> {
  const cases = casesOf(plan);
  for (const [place, from] of [...cases.entries()].reverse()) {
    for (const to of cases.slice(0, place)) {
      yield { ...plan, actions: plan.actions.map((action) => (action.of === from ? { ...action, of: to } : action)) };
    }
  }
}

function* plainerActions(plan: HistoryPlan): Iterable<HistoryPlan> {
  for (const [place, action] of plan.actions.entries()) {
    for (const plainer of plainerAction(action)) yield { ...plan, actions: plan.actions.with(place, plainer) };
  }
}

function* plainerAction(action: Action): Iterable<Action> {
  for (const deed of deeds.slice(0, deeds.indexOf(action.deed))) yield { ...action, deed };
  if (action.itemType !== 'Comment') yield { ...action, itemType: 'Comment' };
  for (const name of ['number', 'by', 'delay', 'pause', 'grain', 'which'] as const) {
    if (action[name] !== plain[name]) yield { ...action, [name]: plain[name] };
  }
  if (action.step !== undefined) {
    for (const step of shrinks(action.step)) yield { ...action, step };
  }
}

function* earlierBegin(plan: HistoryPlan): Iterable<HistoryPlan> {
  if (plan.begin !== sampleIds.changedAt) yield { ...plan, begin: sampleIds.changedAt };
}
