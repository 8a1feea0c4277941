import { customFields, type Domain, type DomainField } from '../../model/domain/domain.ts';
import type { CustomContent, FieldValue } from '../../model/event/casesEvent.ts';
import type { RelatedItemDraft } from '../../model/event/compose.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import { customItemFields, sampleValue, unknownItemField } from '../../model/event/samples.ts';
import { fieldTypes } from '../../model/facts/fieldTypes.ts';
import { uuid } from '../../model/values/identifiers.ts';
import { makeTypicalValues, pick } from '../values/makeTypicalValues.ts';
import { content, typical } from './contentVariations.ts';
import { fieldVariations } from './fieldVariations.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The points of a Custom item's content: its fields, which are the domain's or, if `fresh`, undefined ones. */
export function customPoints(domain: Domain, dialect: Dialect, fresh: boolean): VariationPoint<RelatedItemDraft>[] {
  const known = selectItemFields(domain, fresh).map((field) => fieldPoint(field, listValues(field, domain, dialect)));
  const missing = itemPoint('missing item field', missingVariations(selectItemFields(domain, fresh)));
  if (fresh) return [...known, missing, ...[0, 1, 2, 3].map((index) => freshItemPoint(index, domain, dialect))];
  const more = customFields(domain).slice(known.length, known.length + 3);
  const add = typical<RelatedItemDraft>((draft) => {
    for (const field of more) getFieldList(draft).push({ id: field.id, value: sampleValue(field, domain, dialect) });
  });
  return [...known, missing, itemPoint('more item fields', more.length > 0 ? [add] : [])];
}

/**
 * The points of a Custom item with all fields of the domain: each field varies independently. An item must have a
 * field: if all are absent, it has one that the domain does not define.
 */
export function independentCustomPoints(domain: Domain, dialect: Dialect): VariationPoint<RelatedItemDraft>[] {
  return customFields(domain).map((field) => {
    const remove = (draft: RelatedItemDraft): void => {
      if (draft.content === undefined) return;
      const others = getFieldList(draft).filter(({ id }) => id !== field.id);
      draft.content = { fields: others.length === 0 ? [undefinedField(domain, dialect)] : others };
    };
    const absent: Variation<RelatedItemDraft> = { ...ABSENT, apply: remove };
    return fieldPoint(field, [...listValues(field, domain, dialect), absent]);
  });
}

function undefinedField(domain: Domain, dialect: Dialect): { id: string; value: FieldValue } {
  return { id: unknownItemField.id, value: sampleValue(unknownItemField, domain, dialect) };
}

/** The variations of a field's value. They change nothing in an item without the field. */
function listValues(field: DomainField, domain: Domain, dialect: Dialect): Variation<RelatedItemDraft>[] {
  return fieldVariations(field, domain, dialect, (draft, value) => {
    const shown = draft.content === undefined ? undefined : getFieldList(draft).find(({ id }) => id === field.id);
    if (shown !== undefined) shown.value = value;
  });
}

const ABSENT = { class: 'sparse', coverageItem: 'absentField', fact: 'customFields', plain: true } as const;

/** Removes one field. An item must keep at least one. */
function missingVariations(fields: readonly DomainField[]): Variation<RelatedItemDraft>[] {
  if (fields.length < 2) return [];
  return fields.map(({ id }) => ({
    ...ABSENT,
    apply: (draft) => {
      const content = draft.content as CustomContent;
      content.fields = getFieldList(draft).filter((field) => field.id !== id);
    },
  }));
}

/** The fields that a Custom item has in the sample. */
export function selectItemFields(domain: Domain, fresh: boolean): readonly DomainField[] {
  return customItemFields(fresh ? { ...domain, fields: {} } : domain);
}

function freshItemPoint(index: number, domain: Domain, dialect: Dialect): VariationPoint<RelatedItemDraft> {
  const id = `fresh item field ${index}`;
  const valuesOfTypes = fieldTypes.map((type) => makeTypicalValues({ name: id, id, type }, domain, dialect));
  const add = typical<RelatedItemDraft>((draft, number) => {
    getFieldList(draft).push({ id: uuid(number, 20 + index), value: pick(valuesOfTypes, number)(number) });
  });
  return itemPoint(id, [add]);
}

function fieldPoint(
  { id }: DomainField,
  variations: VariationPoint<RelatedItemDraft>['variations'],
): VariationPoint<RelatedItemDraft> {
  return { ...itemPoint(`item field ${id}`, variations), isField: true };
}

function itemPoint(
  id: string,
  variations: VariationPoint<RelatedItemDraft>['variations'],
): VariationPoint<RelatedItemDraft> {
  return { id, segments: content('custom', 'fields'), variations };
}

function getFieldList(draft: RelatedItemDraft): { id: string; value: FieldValue }[] {
  return (draft.content as CustomContent).fields as { id: string; value: FieldValue }[];
}
