import { findUnreadableMember } from '../../../model/parse/findUnreadableMember.ts';

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

test('a thousand levels can be read, and no more', () => {
  expect(findUnreadableMember(nested(1000))).toBeUndefined();
  for (const levels of [1001, 20_000, 200_000]) {
    expect(findUnreadableMember(nested(levels))).toMatchObject({
      path: '[0][0]',
      received: 'more than 1,000 nested objects and lists',
      allowed: 'up to 1,000',
      verdict: 'wrong',
    });
  }
});

const odd: readonly [string, unknown, string][] = [
  ['an error', new RangeError('far  \n away'), 'RangeError: far away'],
  ['a text', 'no', 'no'],
  ['nothing', undefined, 'undefined'],
  ['a long error', new Error('x'.repeat(5000)), `Error: ${'x'.repeat(193)}`],
  ['a symbol', Symbol('s'), 'Symbol(s)'],
  [
    'what cannot be read',
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    ),
    'what it throws cannot be read, either',
  ],
];

test.each(odd)('a member that throws %s is named with the error', (_, thrown, words) => {
  const value = {
    a: [
      {
        get b() {
          throw thrown;
        },
      },
    ],
  };
  expect(findUnreadableMember(value)).toMatchObject({
    path: 'a[0].b',
    received: `a member that throws when it is read (${words})`,
  });
});

test.each([[undefined], [null], ['text'], [7], [[]], [{}], [() => 0]])('%p can be read', (value) => {
  expect(findUnreadableMember(value)).toBeUndefined();
});
