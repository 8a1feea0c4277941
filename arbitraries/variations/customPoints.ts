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

/** The points of a Custom item's content: its fields, which are the domain's or, if `fresh`, undefined ones. */
export function customPoints(domain: Domain, dialect: Dialect, fresh: boolean): VariationPoint<RelatedItemParts>[] {
  const known = selectItemFields(domain, fresh).map((field) => fieldPoint(field, listValues(field, domain, dialect)));
  const missing = itemPoint('missing item field', missingVariations(selectItemFields(domain, fresh)));
  if (fresh) return [...known, missing, ...[0, 1, 2, 3].map((index) => freshItemPoint(index, domain, dialect))];
  const more = customFields(domain).slice(known.length, known.length + 3);
  const add = typical<RelatedItemParts>((parts) => {
    for (const field of more) getFieldList(parts).push({ id: field.id, value: sampleValue(field, domain, dialect) });
  });
  return [...known, missing, itemPoint('more item fields', more.length > 0 ? [add] : [])];
}

/**
 * The points of a Custom item with all fields of the domain: each field varies independently. An item must have a
 * field: if all are absent, it has one that the domain does not define.
 */
export function independentCustomPoints(domain: Domain, dialect: Dialect): VariationPoint<RelatedItemParts>[] {
  return customFields(domain).map((field) => {
    const remove = (parts: RelatedItemParts): void => {
      if (parts.content === undefined) return;
      const others = getFieldList(parts).filter(({ id }) => id !== field.id);
      parts.content = { fields: others.length === 0 ? [undefinedField(domain, dialect)] : others };
    };
    const absent: Variation<RelatedItemParts> = { ...ABSENT, apply: remove };
    return fieldPoint(field, [...listValues(field, domain, dialect), absent]);
  });
}

function undefinedField(domain: Domain, dialect: Dialect): { id: string; value: FieldValue } {
  return { id: unknownItemField.id, value: sampleValue(unknownItemField, domain, dialect) };
}

/** The variations of a field's value. They change nothing in an item without the field. */
function listValues(field: DomainField, domain: Domain, dialect: Dialect): Variation<RelatedItemParts>[] {
  return fieldVariations(field, domain, dialect, (parts, value) => {
    const shown = parts.content === undefined ? undefined : getFieldList(parts).find(({ id }) => id === field.id);
    if (shown !== undefined) shown.value = value;
  });
}

const ABSENT = { class: 'sparse', coverageItem: 'a field absent', fact: 'customFields', plain: true } as const;

/** Removes one field. An item must keep at least one. */
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
  const id = `fresh item field ${index}`;
  const valuesOfTypes = fieldTypes.map((type) => typicalValues({ name: id, id, type }, domain, dialect));
  const add = typical<RelatedItemParts>((parts, number) => {
    getFieldList(parts).push({ id: uuid(number, 20 + index), value: pick(valuesOfTypes, number)(number) });
  });
  return itemPoint(id, [add]);
}

function fieldPoint(
  { id }: DomainField,
  variations: VariationPoint<RelatedItemParts>['variations'],
): VariationPoint<RelatedItemParts> {
  return { ...itemPoint(`item field ${id}`, variations), isField: true };
}

function itemPoint(
  id: string,
  variations: VariationPoint<RelatedItemParts>['variations'],
): VariationPoint<RelatedItemParts> {
  return { id, segments: content('custom', 'fields'), variations };
}

function getFieldList(parts: RelatedItemParts): { id: string; value: FieldValue }[] {
  return (parts.content as CustomContent).fields as { id: string; value: FieldValue }[];
}
