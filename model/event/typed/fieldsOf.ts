import {
  type Domain,
  type DomainField,
  type FieldDefinition,
  listIncludedFields,
  requireDomain,
} from '../../domain/domain.ts';
import { listValueMembers } from '../../facts/fieldTypes.ts';
import { InvalidArgumentError, listWords } from '../../values/invalidArgument.ts';
import { isObjectOrList } from '../../values/isObjectOrList.ts';
import { parseEventType } from '../parseEventType.ts';
import type { BareValue, FieldNamed } from './bareValue.ts';

/**
 * The bare values of a domain's included fields by the domain's own names: a Number as a number, a Boolean as a
 * boolean, all others as text. A field without a value is undefined.
 */
export type NamedFields<D extends Domain> =
  D extends Domain<infer Fields, infer Included, boolean>
    ? { readonly [Name in Included]: BareValue<FieldNamed<Fields, Name> & FieldDefinition> | undefined }
    : never;

/** A case event, as far as {@link fieldsOf} reads it. */
export interface EventWithFields {
  /** What happened. */
  readonly detail: {
    /** The case after the change. */
    readonly case: {
      /** The fields by id. */
      readonly fields?: object | undefined;
    };
  };
}

/**
 * The values of a case event under the domain's own names, bare. It reads each field only when you read its name, so a
 * contract need not list the others. A User field may come as `userArnValue` or as `stringValue`. Fields that the domain
 * does not include are left out. An absent field, and a cleared one (`emptyValue`), is undefined.
 * @throws InvalidArgumentError for anything but a case event; on reading a field whose value does not fit its type in
 * the domain
 */
export function fieldsOf<D extends Domain>(event: EventWithFields, domain: D): NamedFields<D> {
  const fields = readFields(event);
  const named = {};
  for (const field of listIncludedFields(requireDomain(domain))) {
    Object.defineProperty(named, field.name, { enumerable: true, get: () => readBareValue(fields, field) });
  }
  return named as NamedFields<D>;
}

function readFields(event: unknown): object {
  const detail = readMember(event, 'detail');
  const fields = readMember(readMember(detail, 'case'), 'fields') ?? {};
  if (isObjectOrList(readMember(detail, 'case')) && isObjectOrList(fields) && !Array.isArray(fields)) return fields;
  throw new InvalidArgumentError({
    argument: 'event',
    received: event,
    allowed: 'a case event: an object whose detail.case holds the fields by id',
    ...explainNoCase(event, fields),
  });
}

/** What is wrong with an event without a case, without its values: they may be personal. */
function explainNoCase(event: unknown, fields: unknown): { shown?: string; because?: string; todo?: string } {
  const type = readMember(readMember(event, 'detail'), 'eventType');
  const logical = parseEventType(type);
  const guard = 'Guard it: if (event.detail.case !== undefined) …';
  if (logical?.startsWith('RELATED_ITEM.'))
    return {
      shown: `an event of type ${type}`,
      because: 'Events of related items carry no fields of their case',
      todo: guard,
    };
  if (Array.isArray(fields))
    return {
      shown: 'an event whose case has a list of fields',
      because: 'The API answers lists, but events have a map',
    };
  if (typeof event === 'string') return { shown: 'a text', todo: 'Parse it first: fieldsOf(JSON.parse(text), domain)' };
  const records = readMember(event, 'Records') ?? readMember(event, 'records');
  if (Array.isArray(records))
    return { shown: `a batch of ${records.length}`, todo: 'Give the event in each record, parsed from its text' };
  if (isObjectOrList(readMember(event, 'case')))
    return { shown: 'the detail of an event', todo: 'Give the whole event: fieldsOf(event, domain)' };
  if (isObjectOrList(readMember(event, 'detail'))) return { shown: 'an event without detail.case', todo: guard };
  return {};
}

function readMember(value: unknown, name: string): unknown {
  return isObjectOrList(value) ? value[name] : undefined;
}

function readBareValue(fields: object, { id, name, type }: DomainField): unknown {
  const value: unknown = Object.hasOwn(fields, id) ? readMember(readMember(fields, id), 'value') : undefined;
  const members = listValueMembers(type);
  for (const member of members) {
    const bare = readMember(value, member);
    if (typeof bare === javaScriptTypes[member]) return bare;
  }
  if (!Object.hasOwn(fields, id) || isObjectOrList(readMember(value, 'emptyValue'))) return undefined;
  throw new InvalidArgumentError({
    argument: `event.detail.case.fields[${JSON.stringify(id)}].value`,
    received: value,
    shown: describeMembers(value),
    allowed: `an object with ${listWords(members)}`,
    because: `In the domain the field ${name} has the type ${type}`,
    todo: 'Correct its type in defineDomain, or the event',
  });
}

/** The names of its members only: the values may be personal. */
function describeMembers(value: unknown): string {
  if (!isObjectOrList(value)) return value === undefined ? 'undefined' : `a ${value === null ? 'null' : typeof value}`;
  const names = Object.keys(value);
  return names.length === 0 ? 'an empty object' : `an object with ${listWords(names)}`;
}

const javaScriptTypes = {
  stringValue: 'string',
  userArnValue: 'string',
  doubleValue: 'number',
  booleanValue: 'boolean',
};
