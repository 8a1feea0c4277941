import { parseIfJson } from '../../../../model/values/json/parseIfJson.ts';

test.each([
  ['{"a":[1]}', { a: [1] }],
  ['"a text"', 'a text'],
  ['null', null],
  [' 7 ', 7],
])('of the JSON %s it is the value', (text, value) => {
  expect(parseIfJson(text)).toEqual(value);
});

test.each(['', 'a text', '{"a":', "{'a': 1}", '1 2'])('of %j, which is no JSON, it is the text itself', (text) => {
  expect(parseIfJson(text)).toBe(text);
});
