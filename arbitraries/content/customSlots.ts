import type { CustomContent, FieldValue } from '../../src/event/casesEvent.ts';
import type { EventParts } from '../../src/event/compose.ts';
import type { Dialect } from '../../src/event/dialect.ts';
import { customFields, type Domain } from '../../src/event/domain.ts';
import { customItemFields, sampleValue } from '../../src/event/samples.ts';
import { fieldVariations } from '../fieldVariations.ts';
import type { Slot, Variation } from '../slot.ts';
import { content, typical } from './contentVariations.ts';

/** The content of a Custom related item: fields in a list. */
export function customSlots(domain: Domain, dialect: Dialect): Slot[] {
  const list = (parts: EventParts): { id: string; value: FieldValue }[] =>
    (parts.content as CustomContent).fields as { id: string; value: FieldValue }[];
  const known = customItemFields(domain).map((field, index): Slot => {
    const put = (parts: EventParts, value: FieldValue): void => {
      list(parts)[index] = { id: field.id, value };
    };
    return {
      name: `item field ${index}`,
      steps: content('custom', 'fields'),
      variations: fieldVariations(field, domain, dialect, put),
    };
  });
  const more = customFields(domain).slice(2, 5);
  const add: Variation = typical((parts) => {
    for (const field of more) list(parts).push({ id: field.id, value: sampleValue(field, domain, dialect) });
  });
  return [
    ...known,
    { name: 'more item fields', steps: content('custom', 'fields'), variations: more.length > 0 ? [add] : [] },
  ];
}
