import { fillText, weaveText } from '../../../arbitraries/admission/weaveText.ts';

const arn = 'arn:aws:connect:us-east-1:111122223333:instance/abc-1/user/def-2';

test.each<[string, readonly string[], string, string]>([
  ['a Region', ['arn:aws:connect:ap-southeast-2:', ''], arn, arn.replace('us-east-1', 'ap-southeast-2')],
  ['an instance', ['arn:', ':instance/i/', ''], arn, arn.replace('abc-1', 'i')],
  ['a user', ['', '/user/9'], arn, arn.replace('def-2', '9')],
  ['a year', ['2022-', ''], '2026-03-16T23:16:57Z', '2022-03-16T23:16:57Z'],
  ['a month', ['', '-12-', ''], '2026-03-16T23:16:57Z', '2026-12-16T23:16:57Z'],
  ['a month and an hour', ['2022-0', 'T1', ''], '2026-03-16T23:16:57Z', '2022-03-16T13:16:57Z'],
  ['an exact text', ['a'], arn, 'a'],
])('%s is woven into a text', (_, pieces, own, woven) => {
  expect(weaveText(pieces, own)).toBe(woven);
});

test('a text is filled at its last open place', () => {
  expect(fillText(['a', 'b', ''], '…')).toBe('ab…');
  expect(fillText(['', 'b'], '…')).toBe('…b');
});
