import { showChange } from '../../../../model/values/show/showChange.ts';

const before = 'arn:aws:connect:eu-central-1:444455556666:instance/5f2c8a0d-3b1e-4c6f-9a7b-8e4d2f1c0b9a';
const rest = '3d7e1f60-4b5c-4a1d-8e2f-9c0b1a2d3e4f';
const x = (count: number): string => 'x'.repeat(count);
const filler = x(100);

test.each<[string, unknown, unknown, readonly [string, string]]>([
  ['short values whole', 'open', { a: [1] }, ['"open"', '{"a":[1]}']],
  ['nothing as undefined', undefined, 1, ['undefined', '1']],
  [
    'long texts from just before the place where they differ',
    `${before}/user/${rest}`,
    `${before}/agent/${rest}`,
    [
      '"…b-8e4d2f1c0b9a/user/3d7e1f60-4b5c-4a1d-8e2f-…" (129 characters)',
      '"…b-8e4d2f1c0b9a/agent/3d7e1f60-4b5c-4a1d-8e2f…" (130 characters)',
    ],
  ],
  [
    'long texts that differ at the beginning by their beginnings',
    `a${x(99)}`,
    `b${x(99)}`,
    [`"a${x(23)}…" (100 characters)`, `"b${x(23)}…" (100 characters)`],
  ],
  [
    'the end of a text that goes on in the other',
    x(99),
    `${x(99)}yz`,
    [`"…${x(15)}" (99 characters)`, `"…${x(15)}yz" (101 characters)`],
  ],
  [
    'a short text whole beside a long one',
    before.slice(0, 50),
    before,
    [`"${before.slice(0, 50)}"`, '"…556666:instance/5f2c8a0d-3b1e-4c6f-9a7b-8e4d…" (87 characters)'],
  ],
  [
    'whole characters only',
    `${x(40)}${'😀'.repeat(8)}${x(40)}`,
    `${x(40)}${'😀'.repeat(8)}y${x(39)}`,
    [`"…${'😀'.repeat(7)}${x(30)}…" (88 characters)`, `"…${'😀'.repeat(7)}y${x(29)}…" (88 characters)`],
  ],
  [
    'the differing element of a list',
    [filler, 'one', 'last'],
    [filler, 'other', 'last'],
    ['[…, "one", …] (3 elements)', '[…, "other", …] (3 elements)'],
  ],
  [
    'a long differing element from just before the place where it differs',
    [filler, `${before}/user/${rest}`],
    [filler, `${before}/agent/${rest}`],
    [
      '[…, "…b-8e4d2f1c0b9a/user/3d7e1f60-4b5c-4a1d-8e2f-…" (129 characters)] (2 elements)',
      '[…, "…b-8e4d2f1c0b9a/agent/3d7e1f60-4b5c-4a1d-8e2f…" (130 characters)] (2 elements)',
    ],
  ],
  [
    'the first of several differing elements',
    [filler, 1, 2],
    [filler, 3, 4],
    ['[…, 1, …] (3 elements)', '[…, 3, …] (3 elements)'],
  ],
  ['an element that only one list has', [filler], [filler, 'new'], ['[…] (1 element)', '[…, "new"] (2 elements)']],
  ['a short list whole beside a long one', [1], [1, filler], ['[1]', `[…, "${x(24)}…" (100 characters)] (2 elements)`]],
  [
    'the first differing member of an object in a list',
    [{ text: filler, is: true }],
    [{ text: filler, is: false }],
    ['[{"is":true, …}] (1 element)', '[{"is":false, …}] (1 element)'],
  ],
  [
    'an object that lacks a member of the other',
    [{ text: filler }],
    [{ text: filler, is: false }],
    ['[{…}] (1 element)', '[{"is":false, …}] (1 element)'],
  ],
])('shows %s', (_, from, to, shown) => {
  expect(showChange(from, to)).toEqual(shown);
});

test('differing values never look alike', () => {
  const values = [x(61), x(62), `${x(61)}y`, [x(61), x(200)], [x(61), x(201)], [x(61)], [[x(300), 1]], [[x(300), 2]]];
  for (const one of values) {
    for (const other of values) {
      const [from, to] = showChange(one, other);
      expect(from === to).toBe(one === other);
    }
  }
});
