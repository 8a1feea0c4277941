import { sampleIds } from '../../model/event/samples.ts';
import { shrinks } from '../generation/shrinkablePlan.ts';
import { buildHistory, type History } from './buildHistory.ts';
import { type Command, commandTypes, type HistoryPlan, listCases } from './historyPlan.ts';

/**
 * Histories that tell less: fewer cases, fewer actions, then plainer ones, down to the values of the sample. None of them
 * tells the same events.
 */
export function* shrinkHistory(history: History): IterableIterator<History> {
  const { plan } = history;
  const told = JSON.stringify(history.events);
  for (const ways of [fewerCases, fewerActions, fewerByTwo, allPlain, mergedCases, plainerActions, earlierBegin]) {
    for (const shorter of ways(plan)) {
      if (shorter.commands.length < plan.minLength) continue;
      const shrunk = buildHistory(shorter);
      if (JSON.stringify(shrunk.events) !== told) yield shrunk;
    }
  }
}

function* fewerCases(plan: HistoryPlan): Iterable<HistoryPlan> {
  const cases = listCases(plan);
  if (cases.length === 1) return;
  for (const of of cases) yield withActions(plan, (command) => command.caseIndex === of);
  for (const of of cases) yield withActions(plan, (command) => command.caseIndex !== of);
}

function withActions(plan: HistoryPlan, keep: (command: Command, place: number) => boolean): HistoryPlan {
  return { ...plan, commands: plan.commands.filter(keep) };
}

/** From the end: what comes later depends on what was before it. */
function* fewerActions(plan: HistoryPlan): Iterable<HistoryPlan> {
  const { length } = plan.commands;
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
  const { length } = plan.commands;
  if (length > SHORT) return;
  for (let one = length - 1; one > 0; one--) {
    for (let other = one - 1; other >= 0; other--) {
      yield withActions(plan, (_, place) => place !== one && place !== other);
    }
  }
}

const SHORT = 8;

function* allPlain(plan: HistoryPlan): Iterable<HistoryPlan> {
  yield { ...plan, begin: sampleIds.changedAt, commands: plan.commands.map((command) => ({ ...command, ...plain })) };
}

const plain = { seed: 0, planned: undefined, actorIndex: 0, delay: 0, pause: 1000, grain: 1, itemIndex: 0 };

/** One case takes part in another; the last one first. */
function* mergedCases(plan: HistoryPlan): Iterable<HistoryPlan> {
  const cases = listCases(plan);
  for (const [place, from] of [...cases.entries()].reverse()) {
    for (const to of cases.slice(0, place)) {
      yield {
        ...plan,
        commands: plan.commands.map((command) =>
          command.caseIndex === from ? { ...command, caseIndex: to } : command,
        ),
      };
    }
  }
}

function* plainerActions(plan: HistoryPlan): Iterable<HistoryPlan> {
  for (const [place, command] of plan.commands.entries()) {
    for (const plainer of plainerAction(command)) yield { ...plan, commands: plan.commands.with(place, plainer) };
  }
}

function* plainerAction(command: Command): Iterable<Command> {
  for (const type of commandTypes.slice(0, commandTypes.indexOf(command.type))) yield { ...command, type };
  if (command.itemType !== 'Comment') yield { ...command, itemType: 'Comment' };
  for (const name of ['seed', 'actorIndex', 'delay', 'pause', 'grain', 'itemIndex'] as const) {
    if (command[name] !== plain[name]) yield { ...command, [name]: plain[name] };
  }
  if (command.planned !== undefined) {
    for (const planned of shrinks(command.planned)) yield { ...command, planned };
  }
}

function* earlierBegin(plan: HistoryPlan): Iterable<HistoryPlan> {
  if (plan.begin !== sampleIds.changedAt) yield { ...plan, begin: sampleIds.changedAt };
}
