import type { CustomContent, FieldValue } from '../../src/event/casesEvent.ts';
import type { EventParts } from '../../src/event/compose.ts';
import type { Dialect } from '../../src/event/dialect.ts';
import { customFields, type Domain, type DomainField } from '../../src/event/domain.ts';
import { customItemFields, sampleValue } from '../../src/event/samples.ts';
import { fieldTypes } from '../../src/facts/fieldTypes.ts';
import { uuid } from '../bulk/identifiers.ts';
import { fieldVariations } from '../fieldVariations.ts';
import type { Slot, Variation } from '../slot.ts';
import { pick, typicalValue } from '../typicalValues.ts';
import { content, typical } from './contentVariations.ts';

/** The content of a Custom related item: fields in a list, the domain's own or, when `fresh`, some that nobody defined. */
export function customSlots(domain: Domain, dialect: Dialect, fresh: boolean): Slot[] {
  const known = itemFieldsOf(domain, fresh).map((field, index): Slot => {
    const put = (parts: EventParts, value: FieldValue): void => {
      listOf(parts)[index] = { id: field.id, value };
    };
    return itemSlot(`item field ${index}`, fieldVariations(field, domain, dialect, put));
  });
  const missing = itemSlot('missing item field', missingVariations(itemFieldsOf(domain, fresh)));
  if (fresh) return [...known, missing, ...[0, 1, 2, 3].map((index) => freshItemSlot(index, domain, dialect))];
  const more = customFields(domain).slice(known.length, known.length + 3);
  const add = typical((parts) => {
    for (const field of more) listOf(parts).push({ id: field.id, value: sampleValue(field, domain, dialect) });
  });
  return [...known, missing, itemSlot('more item fields', more.length > 0 ? [add] : [])];
}

/** Which fields an item has is the customer's matter; one of them it must have. */
function missingVariations(fields: readonly DomainField[]): Variation[] {
  if (fields.length < 2) return [];
  return fields.map(({ id }) => ({
    class: 'sparse',
    bullet: 'a field absent',
    fact: 'customFields',
    apply: (parts) => {
      const content = parts.content as CustomContent;
      content.fields = listOf(parts).filter((field) => field.id !== id);
    },
  }));
}

/** The fields that a Custom item has in the sample. */
export function itemFieldsOf(domain: Domain, fresh: boolean): readonly DomainField[] {
  return customItemFields(fresh ? { ...domain, fields: {} } : domain);
}

function freshItemSlot(index: number, domain: Domain, dialect: Dialect): Slot {
  const add = typical((parts, number) => {
    const field: DomainField = { name: 'fresh', id: uuid(number, 20 + index), type: pick(fieldTypes, number) };
    listOf(parts).push({ id: field.id, value: typicalValue(field, domain, dialect, number) });
  });
  return itemSlot(`fresh item field ${index}`, [add]);
}

function itemSlot(name: string, variations: Slot['variations']): Slot {
  return { name, steps: content('custom', 'fields'), variations };
}

function listOf(parts: EventParts): { id: string; value: FieldValue }[] {
  return (parts.content as CustomContent).fields as { id: string; value: FieldValue }[];
}
