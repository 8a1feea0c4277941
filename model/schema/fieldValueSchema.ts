import * as z from 'zod';
import type { CaseFields, FieldValue } from '../event/casesEvent.ts';
import { fieldValueMembers } from '../facts/fieldTypes.ts';
import { limits } from '../facts/limits.ts';
import { listWords } from '../values/invalidArgument.ts';
import { allowOneMember, writeAllowed } from './allowed.ts';
import { identifierSchema, textSchema } from './textSchema.ts';

const onlyMember = writeAllowed({
  allowed: `an object with exactly one of ${listWords(fieldValueMembers)}`,
  fact: 'fieldValue',
  ...allowOneMember(fieldValueMembers),
});

/**
 * A field value: exactly one member, in the order of `fieldValueMembers`
 * (https://docs.aws.amazon.com/connect/latest/APIReference/API_connect-cases_FieldValueUnion.html, modelled).
 */
export const fieldValueSchema: z.ZodType<FieldValue> = z.union(
  [
    z.strictObject({ stringValue: textSchema(0, limits.fieldText, 'textLength') }, onlyMember),
    z.strictObject(
      { doubleValue: z.number(writeAllowed({ allowed: 'a finite number', fact: 'numbers' })) },
      onlyMember,
    ),
    z.strictObject(
      { booleanValue: z.boolean(writeAllowed({ allowed: 'true or false', fact: 'fieldValue' })) },
      onlyMember,
    ),
    z.strictObject({ userArnValue: z.string(writeAllowed({ allowed: 'a text', fact: 'fieldValue' })) }, onlyMember),
    z.strictObject(
      { emptyValue: z.strictObject({}, writeAllowed({ allowed: '{}, an empty object', fact: 'fieldValue' })) },
      onlyMember,
    ),
  ],
  onlyMember,
);

/** Fields by their ids, as case events carry them. */
export const caseFieldsSchema: z.ZodType<CaseFields> = z.record(
  identifierSchema('fieldIds'),
  z.strictObject(
    { value: fieldValueSchema },
    writeAllowed({ allowed: '{ value: … } and nothing else', fact: 'fieldValue' }),
  ),
  writeAllowed({
    allowed: 'an object of { value } by field id (a list of { id, value } is the form of the API, not of events)',
    fact: 'customFields',
  }),
);

/** Fields in a list, as the API's Custom content carries them. */
export const fieldListSchema: z.ZodType<{ id: string; value: FieldValue }[]> = z.array(
  z.strictObject(
    { id: identifierSchema('fieldIds'), value: fieldValueSchema },
    writeAllowed({ allowed: '{ id, value } and nothing else', fact: 'contentMembers' }),
  ),
  writeAllowed({ allowed: 'a list of { id, value }', fact: 'contentMembers' }),
);
