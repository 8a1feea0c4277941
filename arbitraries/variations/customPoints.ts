import { customFields, type Domain, type DomainField } from '../../model/domain/domain.ts';
import type { CustomContent, FieldValue } from '../../model/event/casesEvent.ts';
import type { RelatedItemParts } from '../../model/event/compose.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import { customItemFields, sampleValue, unknownItemField } from '../../model/event/samples.ts';
import { fieldTypes } from '../../model/facts/fieldTypes.ts';
import { uuid } from '../../model/values/identifiers.ts';
import { pick, typicalValues } from '../values/typicalValues.ts';
import { content, typical } from './contentVariations.ts';
import { fieldVariations } from './fieldVariations.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The content of a Custom related item: fields in a list, the domain's own or, when `fresh`, some that nobody defined. */
export function customPoints(domain: Domain, dialect: Dialect, fresh: boolean): VariationPoint<RelatedItemParts>[] {
  const known = selectItemFields(domain, fresh).map((field) =>
    itemPoint(`item field ${field.id}`, listValues(field, domain, dialect)),
  );
  const missing = itemPoint('missing item field', missingVariations(selectItemFields(domain, fresh)));
  if (fresh) return [...known, missing, ...[0, 1, 2, 3].map((index) => freshItemPoint(index, domain, dialect))];
  const more = customFields(domain).slice(known.length, known.length + 3);
  const add = typical<RelatedItemParts>((parts) => {
    for (const field of more) getFieldList(parts).push({ id: field.id, value: sampleValue(field, domain, dialect) });
  });
  return [...known, missing, itemPoint('more item fields', more.length > 0 ? [add] : [])];
}

/**
 * The same for an item that shows all fields of the domain: each differs, or is absent, whatever the others do. An item
 * must have a field; where all are absent, it has one that the domain does not know.
 */
export function independentCustomPoints(domain: Domain, dialect: Dialect): VariationPoint<RelatedItemParts>[] {
  return customFields(domain).map((field) => {
    const remove = (parts: RelatedItemParts): void => {
      if (parts.content === undefined) return;
      const others = getFieldList(parts).filter(({ id }) => id !== field.id);
      parts.content = { fields: others.length === 0 ? [fieldOfNobody(domain, dialect)] : others };
    };
    const absent: Variation<RelatedItemParts> = { ...ABSENT, apply: remove };
    return itemPoint(`item field ${field.id}`, [...listValues(field, domain, dialect), absent]);
  });
}

function fieldOfNobody(domain: Domain, dialect: Dialect): { id: string; value: FieldValue } {
  return { id: unknownItemField.id, value: sampleValue(unknownItemField, domain, dialect) };
}

/** The values that a field of an item can have; where the item does not show the field, they change nothing. */
function listValues(field: DomainField, domain: Domain, dialect: Dialect): Variation<RelatedItemParts>[] {
  return fieldVariations(field, domain, dialect, (parts, value) => {
    const shown = parts.content === undefined ? undefined : getFieldList(parts).find(({ id }) => id === field.id);
    if (shown !== undefined) shown.value = value;
  });
}

const ABSENT = { class: 'sparse', coverageItem: 'a field absent', fact: 'customFields', plain: true } as const;

/** Which fields an item has is the customer's matter; one of them it must have. */
function missingVariations(fields: readonly DomainField[]): Variation<RelatedItemParts>[] {
  if (fields.length < 2) return [];
  return fields.map(({ id }) => ({
    ...ABSENT,
    apply: (parts) => {
      const content = parts.content as CustomContent;
      content.fields = getFieldList(parts).filter((field) => field.id !== id);
    },
  }));
}

/** The fields that a Custom item has in the sample. */
export function selectItemFields(domain: Domain, fresh: boolean): readonly DomainField[] {
  return customItemFields(fresh ? { ...domain, fields: {} } : domain);
}

function freshItemPoint(index: number, domain: Domain, dialect: Dialect): VariationPoint<RelatedItemParts> {
  const name = `fresh item field ${index}`;
  const valuesOfTypes = fieldTypes.map((type) => typicalValues({ name, id: name, type }, domain, dialect));
  const add = typical<RelatedItemParts>((parts, number) => {
    getFieldList(parts).push({ id: uuid(number, 20 + index), value: pick(valuesOfTypes, number)(number) });
  });
  return itemPoint(name, [add]);
}

function itemPoint(
  name: string,
  variations: VariationPoint<RelatedItemParts>['variations'],
): VariationPoint<RelatedItemParts> {
  return { name, segments: content('custom', 'fields'), variations };
}

function getFieldList(parts: RelatedItemParts): { id: string; value: FieldValue }[] {
  return (parts.content as CustomContent).fields as { id: string; value: FieldValue }[];
}
