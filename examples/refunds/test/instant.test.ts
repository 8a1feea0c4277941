import { sortableInstant } from '../src/instant';

test('instants with any fraction sort by time', () => {
  const inOrder = [
    '2026-11-23T05:41:48.999Z',
    '2026-11-23T05:41:49Z',
    '2026-11-23T05:41:49.000001Z',
    '2026-11-23T05:41:49.001Z',
    '2026-11-23T05:41:49.001000001Z',
    '2026-11-23T05:41:50.1Z',
  ];
  const sorted = [...inOrder].reverse().sort((a, b) => (sortableInstant(a) < sortableInstant(b) ? -1 : 1));
  expect(sorted).toEqual(inOrder);
});

test('two spellings of an instant give the same text', () => {
  expect(sortableInstant('2026-11-23T05:41:49Z')).toBe(sortableInstant('2026-11-23T05:41:49.000000Z'));
});

test('a text that is no instant is refused', () => {
  expect(() => sortableInstant('yesterday')).toThrow('Not an instant: yesterday');
  expect(() => sortableInstant(undefined)).toThrow('Not an instant: undefined');
});
