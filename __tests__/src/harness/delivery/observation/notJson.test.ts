import { copyJson, NotJson } from '../../../../../src/harness/delivery/observation/notJson.ts';

test('JSON values are copied exactly as by JSON', () => {
  const holes: unknown[] = [1];
  holes[2] = -0;
  const { copy, odd } = copyJson({ holes, inner: [{ text: 'a', none: null, yes: true }] });
  expect(odd).toBeUndefined();
  expect(copy).toEqual({ holes: [1, null, 0], inner: [{ text: 'a', none: null, yes: true }] });
});

test('other values are reported by their first place and their kind', () => {
  const { copy, odd } = copyJson({ 'a.b': [Number.NaN, 1n] });
  expect(odd).toEqual({ names: ['a.b', '0'], value: Number.NaN });
  expect(copy).toEqual({ 'a.b': [new NotJson('NaN'), new NotJson('1n')] });
});
