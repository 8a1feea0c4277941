import { type DomainField, listCustomFields, listIncludedFields } from '../../../../model/domain/domain.ts';
import { isSystemFieldId, memberByType } from '../../../../model/facts/fieldTypes.ts';
import { findNearest } from '../../../../model/values/invalidArgument.ts';
import { formValuePath, parseFieldPlace } from './fieldPlace.ts';
import { mendConditions } from './mendConditions.ts';
import type { FoundTrap, Trap } from './trap.ts';

/** A field of a case that the domain lacks, leaves out, or has under another key. */
export const explainFieldKey: Trap = (leaf, _, domain) => {
  const place = parseFieldPlace(leaf.path, domain);
  const included = listIncludedFields(domain);
  if (place === undefined || leaf.received.length > 0 || included.some(({ id }) => id === place.key)) return undefined;
  const { key } = place;
  const correct = (field: DomainField): Pick<FoundTrap, 'correction'> => ({
    correction: {
      from: leaf.path,
      to: formValuePath(field),
      conditions: mendConditions(field, JSON.parse(leaf.condition) as unknown[], domain),
    },
  });
  const named = included.find(({ name }) => name === key);
  if (named !== undefined) return { because: explainName(named), ...correct(named) };
  const left = listCustomFields(domain).find(({ id, name }) => id === key || name === key);
  if (left !== undefined || isSystemFieldId(key)) {
    const name = left?.name ?? key;
    return {
      because: `The domain does not include ${name} in its events.`,
      todo: `Add "${name}" to includedData.fields (and to the event configuration in AWS).`,
      growth: `domain.includedData.fields: add "${name}" (and add it to the event configuration in AWS)`,
    };
  }
  const unknown = `The domain has no field with the id ${JSON.stringify(key)}.`;
  const nearest = findNearest(key, [...included.map(({ id }) => id), ...included.map(({ name }) => name)]);
  const meant = included.find(({ id, name }) => id === nearest || name === nearest);
  if (meant === undefined) return { because: unknown };
  const hint = meant.id === nearest ? '' : ` ${explainName(meant)}`;
  return { because: `${unknown} Did you mean "${nearest}"?${hint}`, ...correct(meant) };
};

function explainName({ name, id }: DomainField): string {
  return `Events have the ids of fields, not their names: write ${JSON.stringify(id)} for ${name}.`;
}

/** The value of a field is in the member of its type, and has this type. */
export const explainFieldValue: Trap = ({ path, condition, received }, _, domain) => {
  const place = parseFieldPlace(path, domain);
  const field = listIncludedFields(domain).find(({ id }) => id === place?.key);
  if (place === undefined || field === undefined) return undefined;
  const { name, type } = field;
  const member = memberByType[type];
  const before = JSON.parse(condition) as unknown[];
  const conditions = mendConditions(field, before, domain);
  const correction = { from: path, to: formValuePath(field), conditions };
  if (received.length > 0) {
    const changes = conditions.some((one, index) => typeof one !== typeof before[index]);
    if (!changes || place.rest.join('.') !== `value.${member}`) return undefined;
    const kind = { doubleValue: 'numbers', booleanValue: 'true or false', stringValue: 'texts', userArnValue: 'texts' };
    return { because: `${name} is of type ${type}, so its values are ${kind[member]}.`, correction };
  }
  if (place.rest.at(-1) === member && place.rest.length === 2 && place.rest[0] === 'value') return undefined;
  if (place.rest.length !== 2 || place.rest[0] !== 'value')
    return { because: `The value of ${name} is in value.${member} of the field.`, correction };
  return {
    because: `${name} is of type ${type}, so its value is in ${member}, not in ${place.rest[1]}.`,
    correction,
  };
};
