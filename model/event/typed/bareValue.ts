import type { FieldDefinitions } from '../../domain/domain.ts';
import type { FieldType, systemFields } from '../../facts/fieldTypes.ts';

/** The bare value of a field of a type, without its member. Of a SingleSelect with options, editors complete these. */
export type BareValue<Field extends { type: FieldType }, Type = Field['type']> = Type extends 'Number'
  ? number
  : Type extends 'Boolean'
    ? boolean
    : Field extends { options: readonly (infer Option)[] }
      ? Option | (string & {})
      : string;

/** The definition of a custom field by its name, or of a system field by its id. */
export type FieldNamed<Fields extends FieldDefinitions, Key extends string> = Key extends keyof Fields
  ? Fields[Key]
  : Key extends keyof typeof systemFields
    ? (typeof systemFields)[Key]
    : Fields[keyof Fields];
