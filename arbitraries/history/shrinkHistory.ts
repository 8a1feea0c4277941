import { sampleIds } from '../../model/event/samples.ts';
import { listShrinks } from '../generation/shrinkablePlan.ts';
import { buildHistory, type History } from './buildHistory.ts';
import { type Command, commandTypes, type HistoryPlan, listCases } from './historyPlan.ts';

/**
 * Smaller histories: fewer cases, fewer commands, then plainer commands, down to the values of the sample. None of them
 * has the same events.
 */
export function* shrinkHistory(history: History): IterableIterator<History> {
  const { plan } = history;
  const before = JSON.stringify(history.events);
  for (const ways of [
    removeCases,
    removeCommands,
    removePairs,
    shrinkToPlain,
    mergeCases,
    simplifyCommands,
    shrinkBegin,
  ]) {
    for (const shorter of ways(plan)) {
      if (shorter.commands.length < plan.minLength) continue;
      const shrunk = buildHistory(shorter);
      if (JSON.stringify(shrunk.events) !== before) yield shrunk;
    }
  }
}

function* removeCases(plan: HistoryPlan): Iterable<HistoryPlan> {
  const cases = listCases(plan);
  if (cases.length === 1) return;
  for (const index of cases) yield withCommands(plan, (command) => command.caseIndex === index);
  for (const index of cases) yield withCommands(plan, (command) => command.caseIndex !== index);
}

function withCommands(plan: HistoryPlan, keep: (command: Command, place: number) => boolean): HistoryPlan {
  return { ...plan, commands: plan.commands.filter(keep) };
}

/** Removes from the end first: later commands depend on earlier ones. */
function* removeCommands(plan: HistoryPlan): Iterable<HistoryPlan> {
  const { length } = plan.commands;
  for (let size = length; size >= 1; size = Math.floor(size / 2)) {
    for (let end = length; end > 0; end -= size) {
      if (size < length) yield withCommands(plan, (_, place) => place < end - size || place >= end);
    }
  }
}

/**
 * Removes two commands of a short history at once. Without its creation alone a case begins with its next command, and
 * without its deletion alone it may no longer fail; without both it may.
 */
function* removePairs(plan: HistoryPlan): Iterable<HistoryPlan> {
  const { length } = plan.commands;
  if (length > SHORT) return;
  for (let one = length - 1; one > 0; one--) {
    for (let other = one - 1; other >= 0; other--) {
      yield withCommands(plan, (_, place) => place !== one && place !== other);
    }
  }
}

const SHORT = 8;

function* shrinkToPlain(plan: HistoryPlan): Iterable<HistoryPlan> {
  yield { ...plan, begin: sampleIds.changedAt, commands: plan.commands.map((command) => ({ ...command, ...plain })) };
}

const plain = { seed: 0, planned: undefined, actorIndex: 0, delay: 0, pause: 1000, grain: 1, itemIndex: 0 };

/** Moves the commands of one case to another; the last case first. */
function* mergeCases(plan: HistoryPlan): Iterable<HistoryPlan> {
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

function* simplifyCommands(plan: HistoryPlan): Iterable<HistoryPlan> {
  for (const [place, command] of plan.commands.entries()) {
    for (const plainer of simplifyCommand(command)) yield { ...plan, commands: plan.commands.with(place, plainer) };
  }
}

function* simplifyCommand(command: Command): Iterable<Command> {
  for (const type of commandTypes.slice(0, commandTypes.indexOf(command.type))) yield { ...command, type };
  if (command.itemType !== 'Comment') yield { ...command, itemType: 'Comment' };
  for (const name of ['seed', 'actorIndex', 'delay', 'pause', 'grain', 'itemIndex'] as const) {
    if (command[name] !== plain[name]) yield { ...command, [name]: plain[name] };
  }
  if (command.planned !== undefined) {
    for (const planned of listShrinks(command.planned)) yield { ...command, planned };
  }
}

function* shrinkBegin(plan: HistoryPlan): Iterable<HistoryPlan> {
  if (plan.begin !== sampleIds.changedAt) yield { ...plan, begin: sampleIds.changedAt };
}
