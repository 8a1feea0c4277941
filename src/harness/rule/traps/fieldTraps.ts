import {
  type Domain,
  type DomainField,
  listCustomFields,
  listIncludedFields,
} from '../../../../model/domain/domain.ts';
import { isSystemFieldId, memberByType } from '../../../../model/facts/fieldTypes.ts';
import { findNearest } from '../../../../model/values/invalidArgument.ts';
import {
  findAskedFields,
  formValuePath,
  isDetailAmongFields,
  listFieldsAround,
  parseFieldPlace,
} from './fieldPlace.ts';
import { mendConditions } from './mendConditions.ts';
import type { FoundTrap, RefusedLeaf, Trap } from './trap.ts';

/** A field that the domain lacks, leaves out, or has under another key. */
export const explainFieldKey: Trap = (leaf, event, domain) => {
  const place = parseFieldPlace(leaf.path, domain);
  if (place === undefined || leaf.received.length > 0 || isDetailAmongFields(leaf, event, domain)) return undefined;
  if (place.around[1] === 'case' && ['id', 'value'].includes(place.key)) return explainListOfFields(leaf, domain);
  const { around, key } = place;
  const fields = listFieldsAround(around, domain);
  if (fields.some(({ id }) => id === key)) return undefined;
  const correct = (field: DomainField): Pick<FoundTrap, 'correction'> => {
    const to = formValuePath(field, around);
    const conditions = mendConditions(field, { path: to }, JSON.parse(leaf.condition) as unknown[], domain);
    return { correction: { from: leaf.path, to, conditions } };
  };
  const named = fields.find(({ name }) => name === key);
  if (named !== undefined) return { because: explainName(named), ...correct(named) };
  const left = listCustomFields(domain).find(({ id, name }) => id === key || name === key);
  if (left !== undefined || (isSystemFieldId(key) && around[1] === 'case')) {
    const name = left?.name ?? key;
    return {
      because: `The domain does not include ${name} in its events.`,
      todo: `Add "${name}" to includedData.fields (and to the event configuration in AWS).`,
      growth: `domain.includedData.fields: add "${name}" (and add it to the event configuration in AWS)`,
    };
  }
  const unknown = `The domain has no field with the id ${JSON.stringify(key)}.`;
  const nearest = findNearest(key, [...fields.map(({ id }) => id), ...fields.map(({ name }) => name)]);
  const meant = fields.find(({ id, name }) => id === nearest || name === nearest);
  if (meant === undefined) return { because: unknown };
  const hint = meant.id === nearest ? '' : ` ${explainName(meant)}`;
  return { because: `${unknown} Did you mean "${nearest}"?${hint}`, ...correct(meant) };
};

/** Fields in a list of `{ id, value }`, as the API has them: the value moves to the field with the id. */
function explainListOfFields({ path, condition, beside = [] }: RefusedLeaf, domain: Domain): FoundTrap | undefined {
  const because = 'The fields of a case are an object by their ids, not a list of { id, value } as in the API.';
  const ids = beside.filter(({ path: other }) => other.join('.') === 'detail.case.fields.id');
  const [id, ...others] = ids.flatMap(({ text }) => JSON.parse(text) as unknown[]);
  const field = listIncludedFields(domain).find((one) => one.id === id || one.name === id);
  if (field === undefined || others.length > 0) return { because };
  if (path[3] === 'id') return { because, correction: { from: path, to: [], isRemoved: true } };
  const to = formValuePath(field);
  const conditions = mendConditions(field, { path: to }, JSON.parse(condition) as unknown[], domain);
  return { because, correction: { from: path, to, conditions } };
}

function explainName({ name, id }: DomainField): string {
  return `Events have the ids of fields, not their names: write ${JSON.stringify(id)} for ${name}.`;
}

/** The value of a field is in the member of its type, and has this type. */
export const explainFieldValue: Trap = (leaf, _, domain) => {
  const { path, condition, received, beside } = leaf;
  const { fields, at, rest } = findAskedFields(leaf, domain) ?? { fields: [], at: [], rest: [] };
  const [field, ...others] = fields;
  if (field === undefined || others.length > 0) return undefined;
  const { name, type } = field;
  const member = memberByType[type];
  const before = JSON.parse(condition) as unknown[];
  const to = [...at, 'value', member];
  const conditions = mendConditions(field, { path: to, ...(beside && { beside }) }, before, domain);
  const correction = { from: path, to, conditions };
  const isRight = rest.join('.') === `value.${member}`;
  if (isRight) {
    // A path without the id of a field leads into a list, where the event may have other fields.
    if (
      (received.length === 0 && !isOfList(at)) ||
      conditions.every((one, index) => typeof one === typeof before[index])
    )
      return undefined;
    const kind = { doubleValue: 'numbers', booleanValue: 'true or false', stringValue: 'texts', userArnValue: 'texts' };
    return { because: `${name} is of type ${type}, so its values are ${kind[member]}.`, correction };
  }
  if (received.length > 0 && !isOfList(at)) return undefined;
  if (rest.length !== 2 || rest[0] !== 'value')
    return { because: `The value of ${name} is in value.${member} of the field.`, correction };
  return {
    because: `${name} is of type ${type}, so its value is in ${member}, not in ${rest[1]}.`,
    correction,
  };
};

/** Whether the fields lie in a list: then their path has no id. */
function isOfList(at: readonly string[]): boolean {
  return at.at(-1) === 'fields';
}
