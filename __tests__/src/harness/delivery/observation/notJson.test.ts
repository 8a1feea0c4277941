import { jsonCopy, NotJson } from '../../../../../src/harness/delivery/observation/notJson.ts';

test('what JSON carries is copied as JSON has it', () => {
  const holes: unknown[] = [1];
  holes[2] = -0;
  const { copy, odd } = jsonCopy({ holes, inner: [{ text: 'a', none: null, yes: true }] });
  expect(odd).toBeUndefined();
  expect(copy).toEqual({ holes: [1, null, 0], inner: [{ text: 'a', none: null, yes: true }] });
});

test('what it does not carry is named by its first place, and by what it is', () => {
  const { copy, odd } = jsonCopy({ 'a.b': [Number.NaN, 1n] });
  expect(odd).toEqual({ names: ['a.b', '0'], value: Number.NaN });
  expect(copy).toEqual({ 'a.b': [new NotJson('NaN'), new NotJson('1n')] });
});
