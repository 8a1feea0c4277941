import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { playedItemTypes } from '../../model/event/playedItemTypes.ts';
import { mix } from '../../model/values/seededRandom.ts';
import { pick } from '../values/typicalValues.ts';
import type { Case, Item } from './case.ts';
import { changeFields, fillFields, followBreach, followPerformer, turn } from './caseChanges.ts';
import { CaseState, type FieldRules } from './caseFields.ts';
import type { CommandContext } from './commandContext.ts';
import { HistoryBuilder } from './historyBuilder.ts';
import type { Command, CommandType, HistoryPlan } from './historyPlan.ts';
import { addedContent, changedItem, isCompleted, itemAt } from './relatedItem.ts';

/** A history that is told. */
export interface History {
  /** The plan that it tells, every action with its `step`. */
  readonly plan: HistoryPlan;
  /** The events in the order of their changes. */
  readonly events: readonly CasesEvent[];
}

/**
 * Tells a plan: new events every time, equal for equal plans. What cannot happen becomes what can: nobody closes a closed
 * case, what is changed or removed must be there (else something is added), and only the last thing that happens to a
 * case is its deletion (else it is an update).
 */
export function buildHistory(plan: HistoryPlan): History {
  const { commands, dialect } = plan;
  const builder = new HistoryBuilder(plan);
  const able = playedItemTypes('RELATED_ITEM.UPDATED', dialect);
  const cases = new Map<number, Case>();
  const ends = new Map(commands.map(({ caseIndex }, place) => [caseIndex, place]));
  for (const [place, command] of commands.entries()) {
    const theCase = cases.get(command.caseIndex);
    if (theCase === undefined) {
      cases.set(command.caseIndex, create(builder, command));
      continue;
    }
    const updatable = theCase.items.filter((item) => able.some((type) => type === item.type) && !isCompleted(item));
    const deed = possible(command.type, theCase, updatable, ends.get(command.caseIndex) === place);
    does[deed]({
      builder,
      theCase,
      action: command,
      updatable,
      cascades: dialect.deleteCascade === 'one deletion per item',
    });
  }
  return { plan: { ...plan, commands: builder.commands }, events: builder.events };
}

function possible(type: CommandType, { closed, items }: Case, updatable: readonly Item[], last: boolean): CommandType {
  if (type === 'delete' && !last) return 'update';
  if (type === (closed ? 'close' : 'reopen')) return 'update';
  if (type === 'change' && updatable.length === 0) return 'add';
  if (type === 'remove' && items.length === 0) return 'add';
  return type;
}

/** An action that can happen to a case as it stands. */
interface CommandRun {
  readonly builder: HistoryBuilder;
  readonly theCase: Case;
  readonly action: Command;
  /** The case's items that can be changed. */
  readonly updatable: readonly Item[];
  /** Whether the deletion of a case is followed by those of its items. */
  readonly cascades: boolean;
}

const does: Readonly<Record<CommandType, (happening: CommandRun) => void>> = {
  update: (happening) => update(happening, changeFields),
  close: (happening) => update(happening, turn),
  reopen: (happening) => update(happening, turn),
  delete: deleteCase,
  add,
  change,
  remove,
};

function create(builder: HistoryBuilder, command: Command): Case {
  const begun = builder.begin('CASE.CREATED', '', command);
  const { parts, now } = begun;
  const theCase: Case = {
    id: builder.makeCaseId(begun),
    templateId: parts.templateId,
    createdAt: now,
    number: mix(builder.makeCaseNumber(command)) >>> 1,
    fields: new CaseState(builder.rules),
    closed: false,
    items: [],
  };
  fillFields(theCase, builder.rules, begun);
  // As in the sample: whether a creation names every field with a value is the dialect's matter.
  parts.changedFieldIds = ['status', 'last_updated_datetime'];
  parts.clearedFieldIds = [];
  builder.addCaseEvent(theCase, begun);
  return theCase;
}

function update({ builder, theCase, action: command }: CommandRun, make: typeof changeFields): void {
  const { rules } = builder;
  const begun = builder.begin('CASE.UPDATED', '', command);
  nameChanges(theCase, begun, rules, [...make(theCase, rules, begun), ...follow(theCase, rules, begun, false)]);
  builder.addCaseEvent(theCase, begun);
}

/** Changes the fields that follow from every change of a case, and says which. */
function follow(theCase: Case, rules: FieldRules, { actor, now }: CommandContext, deleted: boolean): string[] {
  return [...followPerformer(theCase, rules, actor), ...followBreach(theCase, rules, now, deleted)];
}

function nameChanges(theCase: Case, { parts }: CommandContext, rules: FieldRules, ids: readonly string[]): void {
  const cleared = ids.filter((id) => rules.shown.has(id) && !theCase.fields.has(id));
  parts.clearedFieldIds = cleared;
  parts.changedFieldIds = [...ids.filter((id) => !cleared.includes(id)), 'last_updated_datetime'];
}

function deleteCase({ builder, theCase, action: command, cascades }: CommandRun): void {
  const begun = builder.begin('CASE.DELETED', '', command);
  nameChanges(theCase, begun, builder.rules, follow(theCase, builder.rules, begun, true));
  builder.addCaseEvent(theCase, begun);
  const gone = cascades ? theCase.items : [];
  for (const [place, item] of gone.entries()) builder.addCascadeEvent(theCase, item, begun, place);
}

function add({ builder, theCase, action: { itemType: type }, action: command }: CommandRun): void {
  const begun = builder.begin('RELATED_ITEM.CREATED', type, command);
  const { parts, now } = begun;
  const item: Item = {
    id: builder.makeItemId(begun),
    type,
    createdAt: now,
    content: addedContent(type, parts.content, now),
  };
  theCase.items = [...theCase.items, item];
  builder.addItemEvent(theCase, item, begun);
}

function change({ builder, theCase, action: command, updatable }: CommandRun): void {
  const before = pick(updatable, command.itemIndex);
  const begun = builder.begin('RELATED_ITEM.UPDATED', before.type, command);
  const after = changedItem(before, begun);
  theCase.items = theCase.items.map((item) => (item === before ? after : item));
  builder.addItemEvent(theCase, after, begun);
}

function remove({ builder, theCase, action: command }: CommandRun): void {
  const gone = pick(theCase.items, command.itemIndex);
  theCase.items = theCase.items.filter((item) => item !== gone);
  const begun = builder.begin('RELATED_ITEM.DELETED', gone.type, command);
  builder.addItemEvent(theCase, itemAt(gone, begun.now), begun);
}
