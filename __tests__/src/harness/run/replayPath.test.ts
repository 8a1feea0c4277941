import { formatReplayPath, parseReplayPath, type ReplayPath } from '../../../../src/harness/run/replayPath.ts';

test.each<[string, ReplayPath]>([
  ['21', { kind: 'random', search: '21' }],
  ['21:2:0', { kind: 'random', search: '21:2:0' }],
  ['foreign:4:1', { kind: 'foreign', search: '4:1' }],
  ['fixed:8', { kind: 'fixed', number: 8 }],
  ['fixed:8:0:2', { kind: 'fixed', number: 8, search: '0:2' }],
  ['again:8', { kind: 'again', number: 8 }],
])('%s is printed and read in the same form', (text, path) => {
  expect(parseReplayPath(text)).toEqual(path);
  expect(formatReplayPath(path)).toBe(text);
});

test('a repeated event has no shrinks: their numbers are ignored', () => {
  expect(parseReplayPath('again:8:0:1')).toEqual({ kind: 'again', number: 8 });
});

test.each(['', 'fixed', 'fixed:', ':1', '1:', '1::2', 'again:x', 'random:1', 'foreign:1:', ' 1', '1\n', '-1', '1.5'])(
  '%j is no path',
  (text) => {
    expect(parseReplayPath(text)).toBeUndefined();
  },
);
