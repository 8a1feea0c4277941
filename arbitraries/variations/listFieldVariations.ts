import type { Domain, DomainField } from '../../model/domain/domain.ts';
import type { FieldValue } from '../../model/event/casesEvent.ts';
import { type Dialect, getFieldMember } from '../../model/event/dialect.ts';
import { makeSampleBareValue } from '../../model/event/samples.ts';
import type { FactName } from '../../model/facts/facts.ts';
import type { FieldType } from '../../model/facts/fieldTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import { isPlain } from '../../model/values/json/countJsonBytes.ts';
import { makePlainText, makeTypicalValues } from '../values/makeTypicalValues.ts';
import type { CoverageItem } from './coverageItems.ts';
import { listTextVariations } from './listTextVariations.ts';
import type { Variation } from './variationPoint.ts';

/** Sets the value of a field. */
export type PutValue<Draft> = (draft: Draft, value: FieldValue) => void;

/** The variations of a field's value: realistic values, and every edge of its type. */
export function listFieldVariations<Draft>(
  field: DomainField,
  domain: Domain,
  dialect: Dialect,
  put: PutValue<Draft>,
): Variation<Draft>[] {
  const member = getFieldMember(field.type, dialect);
  const values = makeTypicalValues(field, domain, dialect);
  const typical: Variation<Draft> = {
    class: 'typical',
    coverageItem: member as CoverageItem,
    fact: 'typical',
    plain: true,
    apply: (draft, number) => put(draft, values(number)),
  };
  const set = (draft: Draft, value: unknown): void => put(draft, { [member]: value } as unknown as FieldValue);
  return [
    typical,
    ...(field.form === undefined ? edgesOfType[field.type](set, field) : listFormEdges(set, field, domain)),
  ];
}

type SetBare<Draft> = (draft: Draft, value: unknown) => void;

const edgesOfType: Record<FieldType, <Draft>(set: SetBare<Draft>, field: DomainField) => Variation<Draft>[]> = {
  Text: (set, field) =>
    listTextVariations({ least: 0, most: field.maximum ?? limits.fieldText, fact: 'textLength', set }),
  Url: (set) => [
    ...listEdges(set, 'emptyText', 'textUnchecked', ['']),
    ...listEdges(set, 'unparsableText', 'textUnchecked', ['order 66', 'https://', 'https://exa mple.com/%ZZ']),
    makeLongest(set, (length) => `https://example.com/${'a'.repeat(length - 20)}`, limits.fieldText),
  ],
  DateTime: (set) => [
    ...listEdges(set, 'emptyText', 'textUnchecked', ['']),
    ...listEdges(set, 'unparsableText', 'textUnchecked', ['tomorrow', '2022-02-30T25:61:00Z']),
  ],
  SingleSelect: (set) => [
    ...listEdges(set, 'unknownOption', 'options', ['waiting_for_customer', 'Neue-Option_42']),
    makeLongest(set, (length) => makePlainText(length).replaceAll(' ', '_'), limits.optionValue),
  ],
  Number: (set) => [
    ...listEdges(set, 'zero', 'numbers', [0]),
    ...listEdges(set, 'negativeNumber', 'numbers', [-1, -19.99]),
    ...listEdges(set, 'fractionalNumber', 'numbers', [0.1 + 0.2, 1 / 3]),
    ...listEdges(set, 'tinyNumber', 'numbers', [5e-324, 1e-7]),
    ...listEdges(set, 'hugeNumber', 'numbers', [Number.MAX_SAFE_INTEGER, 1e21, Number.MAX_VALUE, -Number.MAX_VALUE]),
  ],
  Boolean: (set) => listEdges(set, 'false', 'fieldTypes', [false]),
  User: (set) => [
    ...listEdges(set, 'emptyText', 'textUnchecked', ['']),
    ...listEdges(set, 'unparsableText', 'textUnchecked', ['jane.doe', 'arn:aws:connect']),
  ],
};

/** A field of a fixed form keeps it, but an ARN may be longer. */
function listFormEdges<Draft>(set: SetBare<Draft>, field: DomainField, domain: Domain): Variation<Draft>[] {
  if (!field.form?.endsWith('Arn')) return [];
  const arn = makeSampleBareValue(field, domain) as string;
  const size = { least: arn.length, most: limits.identifier };
  const apply = (draft: Draft, length: number): void => set(draft, arn.padEnd(length, '0'));
  return [{ class: 'edge', coverageItem: 'longestIdentifier', fact: 'identifier', size, plain: true, apply }];
}

function listEdges<Draft>(
  set: SetBare<Draft>,
  coverageItem: CoverageItem,
  fact: FactName,
  values: readonly unknown[],
): Variation<Draft>[] {
  return values.map((value) => ({
    class: 'edge',
    coverageItem,
    fact,
    plain: isPlain(value),
    apply: (draft) => set(draft, value),
  }));
}

function makeLongest<Draft>(set: SetBare<Draft>, text: (length: number) => string, most: number): Variation<Draft> {
  const size = { least: 60, most };
  const apply = (draft: Draft, length: number): void => set(draft, text(length));
  return { class: 'edge', coverageItem: 'longestText', fact: 'textLength', size, plain: true, apply };
}
