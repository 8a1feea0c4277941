import { providerStates, userKinds } from '../../../contracts/providerStates.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { isCaseEvent } from '../../../model/event/parseEventType.ts';
import { parseItemType } from '../../../model/event/parseItemType.ts';
import { getContentKey, relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import { findNearest, listWords } from '../../../model/values/invalidArgument.ts';
import type { AskedState } from './pact.ts';

/** What a provider state requires of an interaction's events. */
export interface StatePredicate {
  /** The state in words, for messages. */
  readonly words: string;
  holds(event: CasesEvent): boolean;
}

/**
 * The predicates of some states, and the states without meaning here: other teams' names, misspelt names, missing
 * parameters.
 */
export function parseStates(states: readonly AskedState[]): {
  predicates: readonly StatePredicate[];
  unknown: readonly string[];
} {
  const found = states.map((state) => ({ state, holds: findCondition(state) }));
  return {
    predicates: found.flatMap(({ state, holds }) =>
      holds === undefined ? [] : [{ words: describeState(state), holds }],
    ),
    unknown: found
      .filter(({ holds }) => holds === undefined)
      .map(({ state }) => `${describeState(state)}${explainUnknownState(state)}`),
  };
}

function findCondition({ name, params }: AskedState): StatePredicate['holds'] | undefined {
  return Object.hasOwn(conditions, name) ? conditions[name]?.(params) : undefined;
}

/** Why a state that resembles ours is not valid; empty for other teams' states. */
function explainUnknownState({ name }: AskedState): string {
  if (Object.hasOwn(parameters, name)) return ` (it needs ${parameters[name]})`;
  const nearest = findNearest(name, Object.values(providerStates));
  return nearest === undefined ? '' : ` (did you mean "${nearest}"?)`;
}

/** The required parameters of states. */
const parameters: Readonly<Record<string, string>> = {
  [providerStates.field]: 'the parameter fieldId, the id of a field',
  [providerStates.content]: `the parameter type, one of ${listWords(relatedItemTypes)}`,
  [providerStates.optionalMember]: 'the parameter path, relative to detail',
  [providerStates.userKind]: `the parameter kind, one of ${listWords(userKinds)}`,
};

/** A state by name, with its parameters if any. */
function describeState({ name, params }: AskedState): string {
  return Object.keys(params).length === 0 ? `"${name}"` : `"${name}" ${JSON.stringify(params)}`;
}

type Params = AskedState['params'];

const conditions: Readonly<Record<string, (params: Params) => StatePredicate['holds'] | undefined>> = {
  [providerStates.field]: ({ fieldId, member }) => {
    if (typeof fieldId !== 'string') return undefined;
    const segments = ['detail', 'case', 'fields', fieldId, 'value'];
    if (typeof member === 'string') return (event) => valueAt(event, [...segments, member]) !== undefined;
    return (event) => hasValue(valueAt(event, segments));
  },
  [providerStates.anyField]: () => (event) =>
    isCaseEvent(event) && Object.values(event.detail.case.fields ?? {}).some(({ value }) => hasValue(value)),
  [providerStates.content]: ({ type }) => {
    const itemType = parseItemType(type);
    if (itemType === undefined) return undefined;
    return (event) =>
      parseItemType(valueAt(event, ['detail', 'relatedItem', 'relatedItemType'])) === itemType &&
      valueAt(event, ['detail', 'relatedItem', getContentKey(itemType)]) !== undefined;
  },
  [providerStates.optionalMember]: ({ path }) => {
    if (typeof path !== 'string') return undefined;
    const segments = ['detail', ...path.split('.')];
    return (event) => valueAt(event, segments) !== undefined;
  },
  [providerStates.user]: () => (event) => event.detail.performedBy?.user !== undefined,
  [providerStates.userKind]: ({ kind }) => {
    const userKind = userKinds.find((one) => one === kind);
    if (userKind === undefined) return undefined;
    return (event) => valueAt(event.detail.performedBy?.user, [userKind]) !== undefined;
  },
};

/** A cleared field may be present without a value. */
function hasValue(value: unknown): boolean {
  return value !== undefined && valueAt(value, ['emptyValue']) === undefined;
}
