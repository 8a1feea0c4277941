import { listExamples } from '../../../../src/provider/findings/listExamples.ts';

const body = {
  resources: ['arn:1', 'arn:2'],
  detail: { case: { fields: { status: { value: 'open' }, 'a.b': { value: 'odd' } } } },
};

test.each([
  ['the event itself', [], [body]],
  ['a place that the body names', ['detail', 'case', 'fields', 'a.b', 'value'], ['odd']],
  ['any element of a list', ['resources', '*'], ['arn:1', 'arn:2']],
  ['a member that only its siblings describe', ['detail', 'case', 'fields', 'title', 'value'], ['open', 'odd']],
  ['a member of every object in JavaScript', ['detail', 'case', 'fields', 'constructor', 'value'], ['open', 'odd']],
  ['a place below a text', ['resources', '*', 'length'], []],
])('the examples for %s', (_, segments, examples) => {
  expect(listExamples(body, segments)).toEqual(examples);
});

test('a body without content gives no example', () => {
  expect(listExamples(undefined, ['detail'])).toEqual([]);
});
