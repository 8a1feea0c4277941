import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { listPlayedItemTypes } from '../../model/event/listPlayedItemTypes.ts';
import { mix } from '../../model/values/seededRandom.ts';
import { pick } from '../values/makeTypicalValues.ts';
import type { CaseKind } from '../variations/eventKind.ts';
import type { Case, Item } from './case.ts';
import { changeFields, closeOrReopen, fillFields, updateBreach, updatePerformer } from './caseChanges.ts';
import { CaseState, type FieldRules } from './caseFields.ts';
import type { CommandContext } from './commandContext.ts';
import { HistoryBuilder } from './historyBuilder.ts';
import type { Command, CommandType, HistoryPlan } from './historyPlan.ts';
import { adjustAddedContent, ageItem, changeItem, isCompleted } from './relatedItem.ts';

/** A history and its events. */
export interface History {
  /** The plan of the history, with the plan of each command's event. */
  readonly plan: HistoryPlan;
  /** The events in the order of their changes. */
  readonly events: readonly CasesEvent[];
}

/**
 * Builds the events of a plan: new objects every time, equal for equal plans. A command that cannot happen becomes one
 * that can: an update instead of closing a closed case or deleting a case too early, an addition instead of changing
 * nothing.
 */
export function buildHistory(plan: HistoryPlan): History {
  const { commands, dialect } = plan;
  const builder = new HistoryBuilder(plan);
  const updatableTypes = listPlayedItemTypes('RELATED_ITEM.UPDATED', dialect);
  const cases = new Map<number, Case>();
  const lastPlaces = new Map(commands.map(({ caseIndex }, place) => [caseIndex, place]));
  for (const [place, command] of commands.entries()) {
    const theCase = cases.get(command.caseIndex);
    if (theCase === undefined) {
      cases.set(command.caseIndex, create(builder, command));
      continue;
    }
    const updatable = theCase.items.filter(
      (item) => updatableTypes.some((type) => type === item.type) && !isCompleted(item),
    );
    const type = choosePossible(command.type, theCase, updatable, lastPlaces.get(command.caseIndex) === place);
    runByType[type]({
      builder,
      theCase,
      command,
      updatable,
      cascades: dialect.deleteCascade === 'one deletion per item',
    });
  }
  return { plan: { ...plan, commands: builder.commands }, events: builder.events };
}

function choosePossible(
  type: CommandType,
  { closed, items }: Case,
  updatable: readonly Item[],
  isLast: boolean,
): CommandType {
  if (type === 'delete' && !isLast) return 'update';
  if (type === (closed ? 'close' : 'reopen')) return 'update';
  if (type === 'change' && updatable.length === 0) return 'add';
  if (type === 'remove' && items.length === 0) return 'add';
  return type;
}

/** A command that can happen to a case as it stands. */
interface CommandRun {
  readonly builder: HistoryBuilder;
  readonly theCase: Case;
  readonly command: Command;
  /** The case's items that can be changed. */
  readonly updatable: readonly Item[];
  /** Whether the deletion of a case is followed by those of its items. */
  readonly cascades: boolean;
}

const runByType: Readonly<Record<CommandType, (run: CommandRun) => void>> = {
  update: (run) => updateCase(run, changeFields),
  close: (run) => updateCase(run, closeOrReopen),
  reopen: (run) => updateCase(run, closeOrReopen),
  delete: deleteCase,
  add: addItem,
  change: runItemChange,
  remove: removeItem,
};

function create(builder: HistoryBuilder, command: Command): Case {
  const context = builder.beginCaseEvent('CASE.CREATED', command);
  const { draft, now } = context;
  const theCase: Case = {
    id: builder.makeCaseId(context),
    templateId: draft.templateId,
    createdAt: now,
    number: mix(builder.makeCaseNumber(command)) >>> 1,
    fields: new CaseState(builder.rules),
    closed: false,
    items: [],
  };
  fillFields(theCase, builder.rules, context);
  // As in the sample. The dialect decides whether a creation lists every field with a value.
  draft.changedFieldIds = ['status', 'last_updated_datetime'];
  draft.clearedFieldIds = [];
  builder.addCaseEvent(theCase, context);
  return theCase;
}

function updateCase({ builder, theCase, command }: CommandRun, change: typeof changeFields): void {
  const { rules } = builder;
  const context = builder.beginCaseEvent('CASE.UPDATED', command);
  const ids = [...change(theCase, rules, context), ...updateDerived(theCase, rules, context, false)];
  listChanges(theCase, context, rules, ids);
  builder.addCaseEvent(theCase, context);
}

/** Updates the fields that follow from every change of a case, and returns the ids of those that changed. */
function updateDerived(theCase: Case, rules: FieldRules, { actor, now }: CommandContext, deleted: boolean): string[] {
  return [...updatePerformer(theCase, rules, actor), ...updateBreach(theCase, rules, now, deleted)];
}

function listChanges(
  theCase: Case,
  { draft }: CommandContext<CaseKind>,
  rules: FieldRules,
  ids: readonly string[],
): void {
  const cleared = ids.filter((id) => rules.shown.has(id) && !theCase.fields.has(id));
  draft.clearedFieldIds = cleared;
  draft.changedFieldIds = [...ids.filter((id) => !cleared.includes(id)), 'last_updated_datetime'];
}

function deleteCase({ builder, theCase, command, cascades }: CommandRun): void {
  const context = builder.beginCaseEvent('CASE.DELETED', command);
  listChanges(theCase, context, builder.rules, updateDerived(theCase, builder.rules, context, true));
  builder.addCaseEvent(theCase, context);
  const deleted = cascades ? theCase.items : [];
  for (const [place, item] of deleted.entries()) builder.addCascadeEvent(theCase, item, context, place);
}

function addItem({ builder, theCase, command }: CommandRun): void {
  const { itemType: type } = command;
  const context = builder.beginItemEvent('RELATED_ITEM.CREATED', type, command);
  const { draft, now } = context;
  const content = adjustAddedContent(type, draft.content, now);
  const item: Item = { id: builder.makeItemId(context), type, createdAt: now, content };
  theCase.items = [...theCase.items, item];
  builder.addItemEvent(theCase, item, context);
}

function runItemChange({ builder, theCase, command, updatable }: CommandRun): void {
  const before = pick(updatable, command.itemIndex);
  const context = builder.beginItemEvent('RELATED_ITEM.UPDATED', before.type, command);
  const after = changeItem(before, context);
  theCase.items = theCase.items.map((item) => (item === before ? after : item));
  builder.addItemEvent(theCase, after, context);
}

function removeItem({ builder, theCase, command }: CommandRun): void {
  const removed = pick(theCase.items, command.itemIndex);
  theCase.items = theCase.items.filter((item) => item !== removed);
  const context = builder.beginItemEvent('RELATED_ITEM.DELETED', removed.type, command);
  builder.addItemEvent(theCase, ageItem(removed, context.now), context);
}
