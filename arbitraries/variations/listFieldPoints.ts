import { type Domain, type DomainField, listCustomFields, listIncludedFields } from '../../model/domain/domain.ts';
import type { FieldValue } from '../../model/event/casesEvent.ts';
import type { CaseDraft } from '../../model/event/compose.ts';
import { type Dialect, saysWhatChanged } from '../../model/event/dialect.ts';
import type { CaseEventType } from '../../model/facts/eventTypes.ts';
import { fieldTypes } from '../../model/facts/fieldTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import { makeUuid } from '../../model/values/identifiers.ts';
import { isPlain } from '../../model/values/json/countJsonBytes.ts';
import { makeTypicalValues, pick } from '../values/makeTypicalValues.ts';
import type { CoverageItem } from './coverageItems.ts';
import { hasOnlyCaseId } from './dialectPresence.ts';
import { listFieldVariations } from './listFieldVariations.ts';
import type { VariationPoint } from './variationPoint.ts';

const FIELDS = ['detail', 'case', 'fields'];
const CHANGED = ['detail', 'changedFieldIds'];

/** The points of a case's fields: each included field, undefined fields, the list of changes, and the map itself. */
export function listFieldPoints(
  type: CaseEventType,
  domain: Domain,
  dialect: Dialect,
  fresh: boolean,
): VariationPoint<CaseDraft>[] {
  const fields = listIncludedFields(domain).filter((field) => !fresh || field.name === field.id);
  const changed = saysWhatChanged(type, dialect) ? [makeChangedPoint(fields, type)] : [];
  if (domain.includedData.fields.length === 0 || hasOnlyCaseId(type, dialect)) return changed;
  const clears = saysWhatChanged(type, dialect) || dialect.clearedField === 'emptyValue';
  const added = [
    ...listOddIdPoints(domain, dialect),
    ...listFreshPoints('fresh field', 'typical', fresh ? FRESH_FIELDS : 0, domain, dialect),
    ...listFreshPoints('unknown field', 'open', UNKNOWN_FIELDS, domain, dialect),
  ];
  return [
    ...changed,
    ...fields.map((field) => makeFieldPoint(field, domain, dialect, clears)),
    ...added.slice(0, limits.includedFields - fields.length),
    mapPoint,
  ];
}

const FRESH_FIELDS = 8;
const UNKNOWN_FIELDS = 3;

function makeFieldPoint(
  field: DomainField,
  domain: Domain,
  dialect: Dialect,
  clears: boolean,
): VariationPoint<CaseDraft> {
  const remove = (draft: CaseDraft): void => {
    delete draft.fields?.[field.id];
  };
  const clear = (draft: CaseDraft): void => {
    remove(draft);
    draft.clearedFieldIds.push(field.id);
  };
  return {
    id: `field ${field.name}`,
    isField: true,
    segments: [...FIELDS, field.id],
    variations: [
      ...listFieldVariations<CaseDraft>(field, domain, dialect, (draft, value) => putField(draft, field.id, value)),
      {
        class: 'sparse',
        coverageItem: 'absentField',
        fact: 'onlyNonNull',
        absent: true,
        plain: true,
        apply: remove,
      },
      ...(clears
        ? [
            {
              class: 'sparse',
              coverageItem: 'clearedField',
              fact: 'clearedField',
              plain: true,
              apply: clear,
            } as const,
          ]
        : []),
    ],
  };
}

function listFreshPoints(
  id: string,
  kind: 'typical' | 'open',
  count: number,
  domain: Domain,
  dialect: Dialect,
): VariationPoint<CaseDraft>[] {
  return Array.from({ length: count }, (_, index) => makeFreshPoint(`${id} ${index}`, index, kind, domain, dialect));
}

/** Adds a field with an id and a type that the domain does not define. */
function makeFreshPoint(
  id: string,
  index: number,
  kind: 'typical' | 'open',
  domain: Domain,
  dialect: Dialect,
): VariationPoint<CaseDraft> {
  const valuesOfTypes = fieldTypes.map((type) => makeTypicalValues({ name: id, id, type }, domain, dialect));
  const add = (draft: CaseDraft, number: number): void => {
    const fieldId = makeUuid(number, 30 + index);
    putField(draft, fieldId, pick(valuesOfTypes, number)(number));
    if (number % 4 === 0) draft.changedFieldIds.push(fieldId);
  };
  const coverageItem: CoverageItem = kind === 'open' ? 'unknownField' : 'ordinary';
  return {
    id,
    segments: FIELDS,
    variations: [{ class: kind, coverageItem, fact: 'customFields', plain: true, apply: add }],
  };
}

const oddIds: readonly (readonly [point: string, coverageItem: CoverageItem, id: string])[] = [
  ['field id of digits', 'fieldIdOfDigits', '4815162342'],
  ['field id with dots', 'fieldIdWithDots', 'refund.amount.eur'],
  ['field id with blanks', 'fieldIdWithBlanks', 'refund amount'],
  ['field id outside ASCII', 'fieldIdOutsideAscii', 'Rückzahlung_金額'],
];

function listOddIdPoints(domain: Domain, dialect: Dialect): VariationPoint<CaseDraft>[] {
  const taken = new Set(listCustomFields(domain).map(({ id }) => id));
  return oddIds.map(([point, coverageItem, oddId]) => {
    const id = makeUnlike(oddId, taken);
    const values = makeTypicalValues({ name: id, id, type: 'Text' }, domain, dialect);
    const add = (draft: CaseDraft, number: number): void => {
      putField(draft, id, values(number));
      draft.changedFieldIds.push(id);
    };
    return {
      id: point,
      isField: true,
      segments: FIELDS,
      variations: [{ class: 'edge', coverageItem, fact: 'fieldIds', plain: isPlain(id), apply: add }],
    };
  });
}

/** An id that the domain does not have: its own field of that id may have another type. */
function makeUnlike(id: string, taken: ReadonlySet<string>): string {
  return taken.has(id) ? makeUnlike(`${id}1`, taken) : id;
}

/** Fields that never change after the creation. */
const IMMUTABLE = ['case_id', 'created_datetime', 'created_by', 'reference_number'];

/** Lists some included fields as changed, or one that is not included. */
function makeChangedPoint(fields: readonly DomainField[], type: CaseEventType): VariationPoint<CaseDraft> {
  const fixed = new Set(type === 'CASE.CREATED' ? [] : IMMUTABLE);
  const ids = fields.map(({ id }) => id).filter((id) => id !== 'last_updated_datetime');
  const change = (draft: CaseDraft, number: number): void => {
    const chosen = ids.filter((id, index) => ((number >>> (index % 29)) & 3) === 0 && !fixed.has(id));
    draft.changedFieldIds = [...(chosen.length === 0 ? ['assigned_queue'] : chosen), 'last_updated_datetime'];
  };
  return {
    id: 'changedFieldIds',
    segments: CHANGED,
    variations: [{ class: 'typical', coverageItem: 'ordinary', fact: 'changedFieldIds', plain: true, apply: change }],
  };
}

const mapPoint: VariationPoint<CaseDraft> = {
  id: 'fields',
  segments: FIELDS,
  variations: [
    {
      class: 'sparse',
      coverageItem: 'noFields',
      fact: 'fieldsAbsent',
      absent: true,
      plain: true,
      apply: (draft) => {
        draft.fields = undefined;
      },
    },
    {
      class: 'sparse',
      coverageItem: 'emptyFields',
      fact: 'fieldsAbsent',
      plain: true,
      apply: (draft) => {
        draft.fields = {};
      },
    },
  ],
};

function putField(draft: CaseDraft, id: string, value: FieldValue): void {
  draft.fields ??= {};
  draft.fields[id] = { value };
}
