import { type Domain, listCustomFields } from '../domain/domain.ts';
import { type Dialect, getFieldMember } from '../event/dialect.ts';
import { listFieldValues } from '../event/fieldValues.ts';
import {
  type FieldType,
  type FieldValueMember,
  fieldValueMembers,
  isSystemFieldId,
  memberByType,
  type SystemField,
  systemFields,
} from '../facts/fieldTypes.ts';
import { listWords } from '../values/invalidArgument.ts';
import { type Invariant, makeInvariant, reportUnless } from './invariant.ts';

/** What decides the member of a field's value. Without a dialect every reading is allowed. */
export interface FieldScope {
  readonly domain?: Domain | undefined;
  readonly dialect?: Dialect | undefined;
}

/** Every system field and every field of the domain has the member of its type. */
export function makeFieldMemberInvariant(world: FieldScope): Invariant {
  const types = mapFieldTypes(world.domain);
  return makeInvariant('a field has the member of its type', 'fieldTypes', (event, showValue) =>
    listFieldValues(event).flatMap(({ id, segments, value }) => {
      const allowed = listMembers(id, types.get(id), world.dialect);
      const [member] = Object.keys(value) as [FieldValueMember];
      const why = types.has(id) ? `, because the field is of type ${types.get(id)}` : '';
      return reportUnless(
        [...allowed, 'emptyValue'].includes(member),
        segments,
        showValue(value),
        `an object with ${listWords(allowed)}${why}`,
      );
    }),
  );
}

function mapFieldTypes(domain: Domain | undefined): ReadonlyMap<string, FieldType> {
  const system = Object.entries(systemFields).map(([id, { type }]): [string, FieldType] => [id, type]);
  const custom =
    domain === undefined ? [] : listCustomFields(domain).map(({ id, type }): [string, FieldType] => [id, type]);
  return new Map([...system, ...custom]);
}

function listMembers(
  id: string,
  type: FieldType | undefined,
  dialect: Dialect | undefined,
): readonly FieldValueMember[] {
  if (type === undefined) {
    const userMember = dialect?.userField ?? 'userArnValue';
    return fieldValueMembers.filter((member) => member !== 'userArnValue' || member === userMember);
  }
  if (dialect !== undefined) return [getFieldMember(type, dialect)];
  return namesUser(id, type) ? [memberByType.User, memberByType.Text] : [memberByType[type]];
}

/** Whether the value is a Connect user: AWS's pages disagree on the type of such fields. */
function namesUser(id: string, type: FieldType): boolean {
  const form = isSystemFieldId(id) ? (systemFields[id] as SystemField).form : undefined;
  return type === 'User' || form === 'userArn';
}
