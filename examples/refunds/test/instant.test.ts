import { sortableInstant } from '../src/instant';

test('instants of any fraction sort as time does', () => {
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

test('the same instant is the same, however it is written', () => {
  expect(sortableInstant('2026-11-23T05:41:49Z')).toBe(sortableInstant('2026-11-23T05:41:49.000000Z'));
});

test('what is no instant is refused', () => {
  expect(() => sortableInstant('yesterday')).toThrow('Not an instant: yesterday');
  expect(() => sortableInstant(undefined)).toThrow('Not an instant: undefined');
});
