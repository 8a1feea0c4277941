import fc, { type Arbitrary } from 'fast-check';
import { type Domain, defineDomain, type FieldDefinition } from '../model/domain/domain.ts';
import { fieldTypes, isSystemFieldId, systemFieldIds } from '../model/facts/fieldTypes.ts';
import { limits } from '../model/facts/limits.ts';
import { regions } from '../model/facts/regions.ts';
import { makeLongIdentifier, makeUuid } from '../model/values/identifiers.ts';

/** Random domains: place, fields of all types with all kinds of ids, templates, and included data. */
export function domains(): Arbitrary<Domain> {
  return fc
    .record({
      region: fc.constantFrom(...regions),
      account: fc.nat(999_999_999),
      domainId: fc.oneof(
        fc.nat().map((number) => makeUuid(number, 10)),
        fc.stringMatching(/^[a-z0-9-]{1,60}$/),
      ),
      fields: fields(),
      templates: fc.uniqueArray(
        fc.nat(99).map((number) => makeUuid(number, 11)),
        { maxLength: 3 },
      ),
      system: fc.subarray([...systemFieldIds]),
      share: fc.constantFrom(0, 0.5, 1),
      relatedItemContent: fc.boolean(),
    })
    .map(({ region, account, domainId, fields: defined, templates, system, share, relatedItemContent }) => {
      const names = Object.keys(defined);
      const included = [...system, ...names.slice(0, Math.ceil(names.length * share))].slice(0, limits.includedFields);
      const accountId = String(100_000_000_000 + account);
      const includedData = { fields: included as never[], relatedItemContent };
      return defineDomain({
        region,
        accountId,
        domainId,
        fields: defined,
        templates,
        includedData,
      }) as unknown as Domain;
    });
}

/** Mostly a few fields, sometimes the maximum. */
function fields(): Arbitrary<Record<string, FieldDefinition>> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 9, arbitrary: someFields() },
    { weight: 1, arbitrary: fc.integer({ min: 100, max: limits.includedFields }).map(makeManyFields) },
  );
}

function someFields(): Arbitrary<Record<string, FieldDefinition>> {
  const named = fc.record({
    name: fc.stringMatching(/^[a-z][A-Za-z0-9]{0,11}$/),
    type: fc.constantFrom(...fieldTypes),
    id: fieldIds(),
    options: optionLists(),
  });
  return fc.uniqueArray(named, { maxLength: 12, selector: ({ name }) => name }).map((list) => {
    const seen = new Set<string>();
    const fit = list.filter(({ name, id }) => !isSystemFieldId(name) && !seen.has(id) && seen.add(id));
    return Object.fromEntries(
      fit.map(({ name, type, id, options }) => [
        name,
        { id, type, ...(type === 'SingleSelect' && options !== undefined ? { options } : {}) },
      ]),
    );
  });
}

function fieldIds(): Arbitrary<string> {
  const uuids = fc.nat().map((number) => makeUuid(number, 12));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: uuids },
    { weight: 1, arbitrary: fc.constantFrom(...oddIds) },
  );
}

const oddIds = [
  '4815162342',
  'refund.amount',
  'refund amount',
  'Rückzahlung',
  '金額',
  'constructor',
  makeLongIdentifier(limits.identifier),
];

function optionLists(): Arbitrary<string[] | undefined> {
  return fc.option(fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/), { minLength: 1, maxLength: 8 }), {
    nil: undefined,
  });
}

function makeManyFields(count: number): Record<string, FieldDefinition> {
  const entries = Array.from({ length: count }, (_, index): [string, FieldDefinition] => {
    return [
      `field${index}`,
      { id: makeUuid(index, 13), type: fieldTypes[index % fieldTypes.length] as FieldDefinition['type'] },
    ];
  });
  return Object.fromEntries(entries);
}
