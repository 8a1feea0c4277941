import fc from 'fast-check';
import { formatPath, parsePath, valueAt } from '../../../model/values/eventPath.ts';

const oddNames = [
  'a.b',
  'refund amount',
  'Rückzahlung_金額',
  'a]b',
  '["x"]',
  "it's",
  'say "no"',
  '\\',
  '$',
  '',
  '*',
  '1',
];

const anyName = fc.oneof(
  fc.constantFrom('detail', 'case', 'fields', 'detail-type', ...oddNames),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('.', '[', ']', '"', "'", '\\', ' ', '$', '*', '0', 'a', '\n') }),
);

test.each([
  [[], '$'],
  [['detail', 'case', 'fields', 'status', 'value'], 'detail.case.fields.status.value'],
  [['resources', 1], 'resources[1]'],
  [['detail-type'], 'detail-type'],
  [['fields', 'refund amount', 'value'], 'fields["refund amount"].value'],
  [['fields', 'a.b'], 'fields["a.b"]'],
  [['fields', ''], 'fields[""]'],
  [['a.b', 'c'], '["a.b"].c'],
])('the path %j is written %s, and read again', (segments, text) => {
  expect(formatPath(segments)).toBe(text);
  expect(parsePath(text)).toEqual(segments);
});

test('every name and index survives writing and reading: dots, blanks, brackets, quotes, any character', () => {
  const property = fc.property(fc.array(fc.oneof(anyName, fc.nat()), { maxLength: 6 }), (segments) => {
    expect(parsePath(formatPath(segments))).toEqual(segments);
  });
  fc.assert(property, { numRuns: 2000, seed: 15 });
});

test('two paths are written alike only if they are alike', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'a.b', '1', 1, '', ...oddNames), { maxLength: 3 });
  const property = fc.property(path, path, (one, other) => {
    expect(formatPath(one) === formatPath(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
  });
  fc.assert(property, { numRuns: 2000, seed: 15 });
});

test.each([
  ['$', []],
  ['$.detail.case.caseId', ['detail', 'case', 'caseId']],
  ["$.detail.case.fields['refund amount'].value", ['detail', 'case', 'fields', 'refund amount', 'value']],
  ["$.detail.case.fields['a.b'].value", ['detail', 'case', 'fields', 'a.b', 'value']],
  ["$.detail.case.fields['it's'].value", ['detail', 'case', 'fields', "it's", 'value']],
  ["$['detail-type']", ['detail-type']],
  ['$.detail-type', ['detail-type']],
  ['$.resources[0]', ['resources', 0]],
  ['$.detail.changedFieldIds[*]', ['detail', 'changedFieldIds', '*']],
])("Pact's verifier's path %s is read", (text, segments) => {
  expect(parsePath(text)).toEqual(segments);
});

test('valueAt returns undefined for a missing segment, and sees own properties only', () => {
  expect(valueAt({ a: { b: 1 } }, ['a', 'b'])).toBe(1);
  expect(valueAt({ a: null }, ['a', 'b'])).toBeUndefined();
  expect(valueAt({}, ['constructor'])).toBeUndefined();
  expect(valueAt({ a: [1, 2] }, ['a', 1])).toBe(2);
  expect(valueAt(3, [])).toBe(3);
});
