import type { Domain, FieldDefinition, FieldDefinitions } from '../../domain/domain.ts';
import type { CaseEventType, EventType, RelatedItemEventType } from '../../facts/eventTypes.ts';
import type { memberByType } from '../../facts/fieldTypes.ts';
import type {
  CaseDetail,
  CaseEvent,
  CaseFields,
  FieldValueMembers,
  OneOf,
  RelatedItemEvent,
  TypedItem,
} from '../casesEvent.ts';
import type { BareValue, FieldNamed } from './bareValue.ts';

/**
 * An event of a domain: its included fields by id, each with the member of its type, and the contents that it includes.
 * What AWS may leave out is optional. Several types make a union; without types it is an event of any type.
 * @typeParam D - the type of the domain, as in `typeof domain`
 * @typeParam Type - the event type, such as `'CASE.UPDATED'`
 */
export type EventOf<D extends Domain, Type extends EventType = EventType> = Type extends CaseEventType
  ? CaseEvent<Type, CaseDetail<IncludedFields<D>>>
  : Type extends RelatedItemEventType
    ? RelatedItemEvent<Type, TypedItem<D['includedData']['relatedItemContent']>>
    : never;

/** The fields that a domain includes, by id. Each may be absent. A domain whose type names none has fields of any id. */
export type IncludedFields<D extends Domain> =
  D extends Domain<infer Fields, infer Included, boolean>
    ? string extends Included
      ? CaseFields
      : {
          [Name in Included as FieldId<Fields, Name>]?: {
            /** The value, under the member of the field's type. */
            value: ValueOfField<FieldNamed<Fields, Name>>;
          };
        }
    : never;

type FieldId<Fields extends FieldDefinitions, Name extends string> = Name extends keyof Fields
  ? Fields[Name]['id']
  : Name;

/** AWS does not say how a cleared field arrives, and which member holds a user: all readings are possible. */
type ValueOfField<Field> = Field extends { readonly type: 'User' }
  ? OneOf<FieldValueMembers, 'userArnValue' | 'stringValue' | 'emptyValue'>
  : Field extends { readonly type: infer Type extends keyof typeof memberByType }
    ? OneOf<FieldValueMembers<string & BareValue<Field & FieldDefinition>>, (typeof memberByType)[Type] | 'emptyValue'>
    : never;
