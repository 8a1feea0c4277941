import { type Expectation, isSame, listExpectations } from '../../../../src/provider/findings/expectations.ts';

const missing = (path: string, keys: string) =>
  listExpectations([{ path, words: `Actual map is missing the following keys: ${keys}` }]);

test('each missing key is its own expectation', () => {
  expect(missing('$.detail.case', 'caseId, fields')).toEqual([
    {
      kind: 'presence',
      steps: ['detail', 'case', 'caseId'],
      path: 'detail.case.caseId',
      words: 'detail.case.caseId is expected, but missing',
    },
    expect.objectContaining({ path: 'detail.case.fields' }),
  ]);
});

test('expectations have the same order for any order of mismatches', () => {
  const lacks = ['$.time', '$.account', '$.detail.version'].map((path) => ({ path, words: 'Expected' }));
  expect(listExpectations(lacks)).toEqual(listExpectations([...lacks].reverse()));
});

test('one element of a list stands for all of them', () => {
  const words = "Expected 'a' (String) to be equal to 'b' (String)";
  expect(listExpectations([{ path: '$.resources[1]', words }])).toEqual([
    { kind: 'value', steps: ['resources', '*'], path: 'resources["*"]', words },
  ]);
});

test('a missing place counts as one expectation, including everything below it', () => {
  const [fields] = missing('$.detail.case', 'fields');
  const [status] = missing('$.detail.case.fields', 'status');
  const [caseId] = missing('$.detail.case', 'caseId');
  const [value] = listExpectations([{ path: '$.detail.case.fields', words: 'Expected' }]);
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
  ].flatMap(([path = '', words = '']) => listExpectations([{ path, words }])) as [
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
