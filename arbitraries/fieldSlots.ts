import type { FieldValue } from '../src/event/casesEvent.ts';
import type { EventParts } from '../src/event/compose.ts';
import type { Dialect } from '../src/event/dialect.ts';
import { customFields, type Domain, type DomainField, includedFields } from '../src/event/domain.ts';
import { fieldTypes } from '../src/facts/fieldTypes.ts';
import { uuid } from './bulk/identifiers.ts';
import type { Bullet } from './classes.ts';
import { fieldVariations } from './fieldVariations.ts';
import type { Slot, Variation } from './slot.ts';
import { pick, typicalValue } from './typicalValues.ts';

const FIELDS = ['detail', 'case', 'fields'];
const CHANGED = ['detail', 'changedFieldIds'];

/** The fields of a case: each field's values and absence, fields nobody defined, which ones changed, the map itself. */
export function fieldSlots(domain: Domain, dialect: Dialect, fresh: boolean): Slot[] {
  const fields = includedFields(domain).filter((field) => !fresh || field.name === field.id);
  const any = domain.includedData.fields.length > 0;
  return [
    {
      name: 'changedFieldIds',
      steps: CHANGED,
      variations: [changedVariation(fields.map(({ id }) => id).filter((id) => id !== 'last_updated_datetime'))],
    },
    ...(any ? oddIdSlots(domain, dialect) : []),
    ...fields.map((field) => fieldSlot(field, domain, dialect)),
    ...(fresh && any
      ? Array.from({ length: 8 }, (_, index) => freshSlot(`fresh field ${index}`, 'typical', domain, dialect))
      : []),
    ...(any ? [0, 1, 2].map((index) => freshSlot(`unknown field ${index}`, 'open', domain, dialect)) : []),
    ...(any ? [mapSlot] : []),
  ];
}

function fieldSlot(field: DomainField, domain: Domain, dialect: Dialect): Slot {
  const put = (parts: EventParts, value: FieldValue): void => putField(parts, field.id, value);
  const remove = (parts: EventParts): void => {
    delete parts.fields?.[field.id];
  };
  const clear = (parts: EventParts): void => {
    remove(parts);
    parts.clearedFieldIds.push(field.id);
  };
  return {
    name: `field ${field.name}`,
    steps: [...FIELDS, field.id],
    variations: [
      ...fieldVariations(field, domain, dialect, put),
      { class: 'sparse', bullet: 'a field absent', fact: 'onlyNonNull', absent: true, apply: remove },
      { class: 'sparse', bullet: 'a cleared field', fact: 'clearedField', apply: clear },
    ],
  };
}

/** A field of an id and a type that nobody defined. */
function freshSlot(name: string, kind: 'typical' | 'open', domain: Domain, dialect: Dialect): Slot {
  const add = (parts: EventParts, number: number): void => {
    const field: DomainField = { name, id: uuid(number, 5), type: pick(fieldTypes, number) };
    putField(parts, field.id, typicalValue(field, domain, dialect, number));
    if (number % 4 === 0) parts.changedFieldIds.push(field.id);
  };
  const bullet: Bullet = kind === 'open' ? 'unknown custom field' : 'ordinary values';
  return { name, steps: FIELDS, variations: [{ class: kind, bullet, fact: 'customFields', apply: add }] };
}

const oddIds: readonly (readonly [Bullet, string])[] = [
  ['field id of digits', '4815162342'],
  ['field id with dots', 'refund.amount.eur'],
  ['field id with blanks', 'refund amount'],
  ['field id outside ASCII', 'Rückzahlung_金額'],
];

function oddIdSlots(domain: Domain, dialect: Dialect): Slot[] {
  const taken = customFields(domain).map((field) => field.id);
  return oddIds
    .filter(([, id]) => !taken.includes(id))
    .map(([bullet, id]) => {
      const field: DomainField = { name: id, id, type: 'Text' };
      const add = (parts: EventParts, number: number): void => {
        putField(parts, id, typicalValue(field, domain, dialect, number));
        parts.changedFieldIds.push(id);
      };
      return { name: bullet, steps: FIELDS, variations: [{ class: 'edge', bullet, fact: 'fieldIds', apply: add }] };
    });
}

/** Some of the included fields changed, at times one that is not included. */
function changedVariation(ids: readonly string[]): Variation {
  return {
    class: 'typical',
    bullet: 'ordinary values',
    fact: 'changedFieldIds',
    apply: (parts, number) => {
      const chosen = ids.filter((_, index) => ((number >>> (index % 29)) & 3) === 0);
      parts.changedFieldIds = [...(chosen.length === 0 ? ['assigned_queue'] : chosen), 'last_updated_datetime'];
    },
  };
}

const mapSlot: Slot = {
  name: 'fields',
  steps: FIELDS,
  variations: [
    {
      class: 'sparse',
      bullet: 'fields absent',
      fact: 'fieldsAbsent',
      absent: true,
      apply: (parts) => {
        parts.fields = undefined;
      },
    },
    {
      class: 'sparse',
      bullet: 'fields empty',
      fact: 'fieldsAbsent',
      apply: (parts) => {
        parts.fields = {};
      },
    },
  ],
};

function putField(parts: EventParts, id: string, value: FieldValue): void {
  parts.fields ??= {};
  parts.fields[id] = { value };
}
