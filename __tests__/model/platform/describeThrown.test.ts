import { describeThrown } from '../../../model/platform/describeThrown.ts';

test.each<[unknown, string]>([
  [new TypeError('no\n  such thing'), 'TypeError: no such thing'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [{ a: 1 }, '[object Object]'],
  [new Error('x'.repeat(300)), `Error: ${'x'.repeat(193)}`],
  [Object.create(null), 'what it throws cannot be read, either'],
])('a thrown %p is described in one line', (thrown, line) => {
  expect(describeThrown(thrown)).toBe(line);
});

test('what throws when it is read is described, too', () => {
  const thrown = Object.defineProperty(new Error(), 'message', {
    get: () => {
      throw new Error('again');
    },
  });
  expect(describeThrown(thrown)).toBe('what it throws cannot be read, either');
});
