import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { mix } from '../values/draws.ts';
import { pick } from '../values/typicalValues.ts';
import { playedItemTypes } from '../variations/playedItemTypes.ts';
import type { Case, Item } from './case.ts';
import { changeFields, fillFields, followBreach, followPerformer, turn } from './caseChanges.ts';
import { CaseState, type FieldRules } from './caseFields.ts';
import type { Change } from './change.ts';
import type { Action, Deed, HistoryPlan } from './historyPlan.ts';
import { addedContent, changedItem, isCompleted, itemAt } from './relatedItem.ts';
import { Telling } from './telling.ts';

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
  const { actions, dialect } = plan;
  const telling = new Telling(plan);
  const able = playedItemTypes('RELATED_ITEM.UPDATED', dialect);
  const cases = new Map<number, Case>();
  const ends = new Map(actions.map(({ of }, place) => [of, place]));
  for (const [place, action] of actions.entries()) {
    const theCase = cases.get(action.of);
    if (theCase === undefined) {
      cases.set(action.of, create(telling, action));
      continue;
    }
    const updatable = theCase.items.filter((item) => able.some((type) => type === item.type) && !isCompleted(item));
    const deed = possible(action.deed, theCase, updatable, ends.get(action.of) === place);
    does[deed]({ telling, theCase, action, updatable, cascades: dialect.deleteCascade === 'one deletion per item' });
  }
  return { plan: { ...plan, actions: telling.actions }, events: telling.events };
}

function possible(deed: Deed, { closed, items }: Case, updatable: readonly Item[], last: boolean): Deed {
  if (deed === 'delete' && !last) return 'update';
  if (deed === (closed ? 'close' : 'reopen')) return 'update';
  if (deed === 'change' && updatable.length === 0) return 'add';
  if (deed === 'remove' && items.length === 0) return 'add';
  return deed;
}

/** An action that can happen to a case as it stands. */
interface Happening {
  readonly telling: Telling;
  readonly theCase: Case;
  readonly action: Action;
  /** The case's items that can be changed. */
  readonly updatable: readonly Item[];
  /** Whether the deletion of a case is followed by those of its items. */
  readonly cascades: boolean;
}

const does: Readonly<Record<Deed, (happening: Happening) => void>> = {
  update: (happening) => update(happening, changeFields),
  close: (happening) => update(happening, turn),
  reopen: (happening) => update(happening, turn),
  delete: deleteCase,
  add,
  change,
  remove,
};

function create(telling: Telling, action: Action): Case {
  const begun = telling.begin('CASE.CREATED', '', action);
  const { parts, now } = begun;
  const theCase: Case = {
    id: telling.caseIdOf(begun),
    templateId: parts.templateId,
    createdAt: now,
    number: mix(telling.caseNumberOf(action)) >>> 1,
    fields: new CaseState(telling.rules),
    closed: false,
    items: [],
  };
  fillFields(theCase, telling.rules, begun);
  // As in the sample: whether a creation names every field with a value is the dialect's matter.
  parts.changedFieldIds = ['status', 'last_updated_datetime'];
  parts.clearedFieldIds = [];
  telling.tellCase(theCase, begun);
  return theCase;
}

function update({ telling, theCase, action }: Happening, make: typeof changeFields): void {
  const { rules } = telling;
  const begun = telling.begin('CASE.UPDATED', '', action);
  nameChanges(theCase, begun, rules, [...make(theCase, rules, begun), ...follow(theCase, rules, begun, false)]);
  telling.tellCase(theCase, begun);
}

/** Changes the fields that follow from every change of a case, and says which. */
function follow(theCase: Case, rules: FieldRules, { performer, now }: Change, deleted: boolean): string[] {
  return [...followPerformer(theCase, rules, performer), ...followBreach(theCase, rules, now, deleted)];
}

function nameChanges(theCase: Case, { parts }: Change, rules: FieldRules, ids: readonly string[]): void {
  const cleared = ids.filter((id) => rules.shown.has(id) && !theCase.fields.has(id));
  parts.clearedFieldIds = cleared;
  parts.changedFieldIds = [...ids.filter((id) => !cleared.includes(id)), 'last_updated_datetime'];
}

function deleteCase({ telling, theCase, action, cascades }: Happening): void {
  const begun = telling.begin('CASE.DELETED', '', action);
  nameChanges(theCase, begun, telling.rules, follow(theCase, telling.rules, begun, true));
  telling.tellCase(theCase, begun);
  const gone = cascades ? theCase.items : [];
  for (const [place, item] of gone.entries()) telling.tellCascade(theCase, item, begun, place);
}

function add({ telling, theCase, action: { itemType: type }, action }: Happening): void {
  const begun = telling.begin('RELATED_ITEM.CREATED', type, action);
  const { parts, now } = begun;
  const item: Item = {
    id: telling.itemIdOf(begun),
    type,
    createdAt: now,
    content: addedContent(type, parts.content, now),
  };
  theCase.items = [...theCase.items, item];
  telling.tellItem(theCase, item, begun);
}

function change({ telling, theCase, action, updatable }: Happening): void {
  const before = pick(updatable, action.which);
  const begun = telling.begin('RELATED_ITEM.UPDATED', before.type, action);
  const after = changedItem(before, begun);
  theCase.items = theCase.items.map((item) => (item === before ? after : item));
  telling.tellItem(theCase, after, begun);
}

function remove({ telling, theCase, action }: Happening): void {
  const gone = pick(theCase.items, action.which);
  theCase.items = theCase.items.filter((item) => item !== gone);
  const begun = telling.begin('RELATED_ITEM.DELETED', gone.type, action);
  telling.tellItem(theCase, itemAt(gone, begun.now), begun);
}
