import { type Domain, type DomainField, listCustomFields } from '../../model/domain/domain.ts';
import type { CustomContent, FieldValue } from '../../model/event/casesEvent.ts';
import type { RelatedItemDraft } from '../../model/event/compose.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import { listCustomItemFields, makeSampleValue, unknownItemField } from '../../model/event/samples.ts';
import { fieldTypes } from '../../model/facts/fieldTypes.ts';
import { makeUuid } from '../../model/values/identifiers.ts';
import { makeTypicalValues, pick } from '../values/makeTypicalValues.ts';
import { getContentPath, makeTypical } from './contentVariations.ts';
import { listFieldVariations } from './listFieldVariations.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** The points of a Custom item's content: its fields, which are the domain's or, if `fresh`, undefined ones. */
export function listCustomPoints(domain: Domain, dialect: Dialect, fresh: boolean): VariationPoint<RelatedItemDraft>[] {
  const known = selectItemFields(domain, fresh).map((field) =>
    makeFieldPoint(field, listValues(field, domain, dialect)),
  );
  const missing = makeItemPoint('missing item field', listMissingVariations(selectItemFields(domain, fresh)));
  if (fresh) return [...known, missing, ...[0, 1, 2, 3].map((index) => makeFreshItemPoint(index, domain, dialect))];
  const more = listCustomFields(domain).slice(known.length, known.length + 3);
  const add = makeTypical<RelatedItemDraft>((draft) => {
    for (const field of more)
      getFieldList(draft).push({ id: field.id, value: makeSampleValue(field, domain, dialect) });
  });
  return [...known, missing, makeItemPoint('more item fields', more.length > 0 ? [add] : [])];
}

/**
 * The points of a Custom item with all fields of the domain: each field varies independently. An item must have a
 * field: if all are absent, it has one that the domain does not define.
 */
export function listIndependentCustomPoints(domain: Domain, dialect: Dialect): VariationPoint<RelatedItemDraft>[] {
  return listCustomFields(domain).map((field) => {
    const remove = (draft: RelatedItemDraft): void => {
      if (draft.content === undefined) return;
      const others = getFieldList(draft).filter(({ id }) => id !== field.id);
      draft.content = { fields: others.length === 0 ? [makeUndefinedField(domain, dialect)] : others };
    };
    const absent: Variation<RelatedItemDraft> = { ...ABSENT, apply: remove };
    return makeFieldPoint(field, [...listValues(field, domain, dialect), absent]);
  });
}

function makeUndefinedField(domain: Domain, dialect: Dialect): { id: string; value: FieldValue } {
  return { id: unknownItemField.id, value: makeSampleValue(unknownItemField, domain, dialect) };
}

/** The variations of a field's value. They change nothing in an item without the field. */
function listValues(field: DomainField, domain: Domain, dialect: Dialect): Variation<RelatedItemDraft>[] {
  return listFieldVariations(field, domain, dialect, (draft, value) => {
    const shown = draft.content === undefined ? undefined : getFieldList(draft).find(({ id }) => id === field.id);
    if (shown !== undefined) shown.value = value;
  });
}

const ABSENT = { class: 'sparse', coverageItem: 'absentField', fact: 'customFields', plain: true } as const;

/** Removes one field. An item must keep at least one. */
function listMissingVariations(fields: readonly DomainField[]): Variation<RelatedItemDraft>[] {
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
  return listCustomItemFields(fresh ? { ...domain, fields: {} } : domain);
}

function makeFreshItemPoint(index: number, domain: Domain, dialect: Dialect): VariationPoint<RelatedItemDraft> {
  const id = `fresh item field ${index}`;
  const valuesOfTypes = fieldTypes.map((type) => makeTypicalValues({ name: id, id, type }, domain, dialect));
  const add = makeTypical<RelatedItemDraft>((draft, number) => {
    getFieldList(draft).push({ id: makeUuid(number, 20 + index), value: pick(valuesOfTypes, number)(number) });
  });
  return makeItemPoint(id, [add]);
}

function makeFieldPoint(
  { id }: DomainField,
  variations: VariationPoint<RelatedItemDraft>['variations'],
): VariationPoint<RelatedItemDraft> {
  return { ...makeItemPoint(`item field ${id}`, variations), isField: true };
}

function makeItemPoint(
  id: string,
  variations: VariationPoint<RelatedItemDraft>['variations'],
): VariationPoint<RelatedItemDraft> {
  return { id, segments: getContentPath('custom', 'fields'), variations };
}

function getFieldList(draft: RelatedItemDraft): { id: string; value: FieldValue }[] {
  return (draft.content as CustomContent).fields as { id: string; value: FieldValue }[];
}
