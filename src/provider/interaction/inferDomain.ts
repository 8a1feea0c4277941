import { providerStates } from '../../../contracts/providerStates.ts';
import { type Domain, defineDomain, type FieldDefinition } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { type FieldType, isSystemFieldId, memberByType, type SystemFieldId } from '../../../model/facts/fieldTypes.ts';
import { limits } from '../../../model/facts/limits.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import type { AskedInteraction } from './pact.ts';

/** A field that an interaction names: its id, and the member that it expects. */
interface NamedField {
  readonly id: string;
  readonly member: string | undefined;
}

/**
 * The domain whose events an interaction is checked against: the example domain, plus the fields in the interaction's
 * states and body. The member determines the type of a custom field.
 */
export function inferDomain(interaction: AskedInteraction): Domain {
  const named = listNamedFields(interaction);
  const custom = named.filter(({ id }) => !isSystemFieldId(id));
  const own = Object.entries(exampleDomain.fields).filter(([, field]) => !contradicts(field, custom));
  const known = new Set<string>(own.map(([, { id }]) => id));
  const added = custom
    .filter(({ id }) => !known.has(id) && id !== '' && id !== '__proto__')
    .map(({ id, member }, index) => [`named${index + 1}`, { id, type: guessFieldType(member) }] as const);
  const system = named.map(({ id }) => id).filter(isSystemFieldId);
  const names = [...system, ...added.map(([name]) => name), ...exampleDomain.includedData.fields];
  const fields: Record<string, FieldDefinition> = Object.fromEntries([...added, ...own]);
  const included = [...new Set<string>(names)].filter((name) => isSystemFieldId(name) || Object.hasOwn(fields, name));
  return defineDomain({
    ...exampleDomain,
    fields,
    includedData: { fields: included.slice(0, limits.includedFields) as SystemFieldId[], relatedItemContent: true },
  }) as unknown as Domain;
}

/** The same domain in another Region, and in another account. */
export function moveDomain(domain: Domain): readonly Domain[] {
  return [
    { ...domain, region: 'eu-central-1' },
    { ...domain, accountId: '444455556666', domainId: '7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10' },
    { ...domain, includedData: { ...domain.includedData, relatedItemContent: false } },
  ].map((moved) => Object.freeze(moved));
}

/** The fields that states and body name, without duplicates; the member in a state takes precedence. */
function listNamedFields({ states, body }: AskedInteraction): readonly NamedField[] {
  const ofStates = states
    .filter(({ name, params }) => name === providerStates.field && typeof params.fieldId === 'string')
    .map(({ params }): NamedField => ({ id: params.fieldId as string, member: params.member as string | undefined }));
  const named = new Map<string, NamedField>();
  for (const field of [
    ...ofStates,
    ...readFieldMap(valueAt(body, CASE_FIELDS)),
    ...readFieldList(valueAt(body, ITEM_FIELDS)),
  ]) {
    if (!named.has(field.id)) named.set(field.id, field);
  }
  return [...named.values()];
}

const CASE_FIELDS = ['detail', 'case', 'fields'];
const ITEM_FIELDS = ['detail', 'relatedItem', 'custom', 'fields'];

function readFieldMap(fields: unknown): NamedField[] {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return [];
  return Object.entries(fields).map(([id, field]) => ({ id, member: readMemberName(field) }));
}

/** The fields of a Custom related item are a list, or a map in another reading. */
function readFieldList(fields: unknown): NamedField[] {
  if (!Array.isArray(fields)) return readFieldMap(fields);
  return fields.flatMap((field) => {
    const id = valueAt(field, ['id']);
    return typeof id === 'string' && !isSystemFieldId(id) ? [{ id, member: readMemberName(field) }] : [];
  });
}

function readMemberName(field: unknown): string | undefined {
  return Object.keys(Object(valueAt(field, ['value'])))[0];
}

function contradicts({ id, type }: FieldDefinition, named: readonly NamedField[]): boolean {
  const field = named.find((one) => one.id === id);
  return (
    field?.member !== undefined && field.member !== memberByType[type] && typesOfMembers[field.member] !== undefined
  );
}

function guessFieldType(member: string | undefined): FieldType {
  return typesOfMembers[member ?? ''] ?? 'Text';
}

const typesOfMembers: Readonly<Record<string, FieldType>> = {
  stringValue: 'Text',
  doubleValue: 'Number',
  booleanValue: 'Boolean',
  userArnValue: 'User',
};
