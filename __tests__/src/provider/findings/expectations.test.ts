import { type Expectation, isSame, listExpectations } from '../../../../src/provider/findings/expectations.ts';

const body = {
  'detail-type': 'Amazon Connect Cases Change',
  resources: ['a'],
  detail: {
    case: { caseId: 'c', fields: { 'amount, EUR': { value: {} }, amount: { value: {} }, EUR: { value: {} } } },
  },
};

const missing = (path: string, keys: string) =>
  listExpectations([{ path, words: `Actual map is missing the following keys: ${keys}` }], body);

test('each missing key is its own expectation', () => {
  expect(missing('$.detail.case', 'caseId, fields')).toEqual([
    {
      kind: 'presence',
      segments: ['detail', 'case', 'caseId'],
      path: 'detail.case.caseId',
      words: 'detail.case.caseId is expected, but missing',
      example: 'c',
    },
    expect.objectContaining({ path: 'detail.case.fields' }),
  ]);
});

test.each([
  ['amount, EUR', ['amount, EUR']],
  ['EUR, amount, EUR', ['EUR', 'amount, EUR']],
  ['amount, EUR, EUR', ['EUR', 'amount, EUR']],
  // An unknown key: only the separator is left.
  ['amount, title', ['amount', 'title']],
])('a missing key of the body is one key, even if it contains the separator: %s', (keys, names) => {
  const found = missing('$.detail.case.fields', keys).map(({ segments }) => segments.at(-1));
  expect(found.toSorted()).toEqual(names);
});

test('a demand carries the example of its place', () => {
  const [expectation] = listExpectations([{ path: '$.detail-type', words: 'Expected' }], body);
  expect(expectation).toMatchObject({ kind: 'value', example: 'Amazon Connect Cases Change' });
});

test('expectations have the same order for any order of mismatches', () => {
  const lacks = ['$.time', '$.account', '$.detail.version'].map((path) => ({ path, words: 'Expected' }));
  expect(listExpectations(lacks, body)).toEqual(listExpectations([...lacks].reverse(), body));
});

test('one element of a list stands for all of them', () => {
  const words = "Expected 'a' (String) to be equal to 'b' (String)";
  expect(listExpectations([{ path: '$.resources[1]', words }], body)).toEqual([
    { kind: 'value', segments: ['resources', '*'], path: 'resources["*"]', words, example: 'a' },
  ]);
});

test('a missing place counts as one expectation, including everything below it', () => {
  const [fields] = missing('$.detail.case', 'fields');
  const [status] = missing('$.detail.case.fields', 'status');
  const [caseId] = missing('$.detail.case', 'caseId');
  const [value] = listExpectations([{ path: '$.detail.case.fields', words: 'Expected' }], body);
  const all = [fields, status, caseId, value] as [
    typeof fields & {},
    typeof fields & {},
    typeof fields & {},
    typeof fields & {},
  ];
  expect(all.map((one) => isSame(all[0], one))).toEqual([true, true, false, false]);
});

test('another value of a place counts apart from another value inside it', () => {
  const [body, contentType, other] = [
    ['$.detail.relatedItem.comment', 'Expected'],
    ['$.detail.relatedItem.comment.contentType', 'Expected'],
    ['$.detail.relatedItem.comment.contentType', 'Expected other'],
  ].flatMap(([path = '', words = '']) => listExpectations([{ path, words }], undefined)) as [
    Expectation,
    Expectation,
    Expectation,
  ];
  expect([isSame(body, contentType), isSame(contentType, body), isSame(contentType, other)]).toEqual([
    false,
    false,
    true,
  ]);
});
