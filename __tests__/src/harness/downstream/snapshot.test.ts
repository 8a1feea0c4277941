import { Readable } from 'node:stream';
import { snapshot } from '../../../../src/harness/downstream/snapshot.ts';

class Money {
  readonly amount = 5;
  readonly #currency = 'EUR';
  toText(): string {
    return `${this.amount} ${this.#currency}`;
  }
}

const circle: { self?: unknown } = {};
circle.self = circle;

test.each<[string, unknown, unknown]>([
  ['a text', 'a', 'a'],
  ['null', null, null],
  ['undefined', undefined, null],
  ['an undefined member', { a: undefined, b: 1 }, { b: 1 }],
  ['a list with a hole', [1, undefined], [1, null]],
  ['a big integer', { id: 12n }, { id: '12n' }],
  ['a number that JSON lacks', [Number.NaN, Number.POSITIVE_INFINITY, -0], ['NaN', 'Infinity', 0]],
  ['a symbol', [Symbol('x')], ['[symbol]']],
  ['a function among arguments', [() => 0], ['[function]']],
  ['a method', { run: () => 0, a: 1 }, { a: 1 }],
  ['a circle', circle, { self: '[circular]' }],
  ['the same object twice', [circle.self === circle ? { a: 1 } : 0, { a: 1 }], [{ a: 1 }, { a: 1 }]],
  ['a date', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a date that is none', new Date('x'), '[invalid date]'],
  ['an error', new TypeError('no'), { name: 'TypeError', message: 'no' }],
  ['bytes', Buffer.from('abc'), 'YWJj'],
  ['a view of bytes', new Uint8Array([97, 98, 99, 100]).subarray(1, 3), 'YmM='],
  ['a buffer', new Uint8Array([97]).buffer, 'YQ=='],
  ['a pattern', /a+/u, '/a+/u'],
  ['a promise', Promise.resolve(1), '[promise]'],
  ['a set', new Set(['a', 1n]), ['a', '1n']],
  ['a map', new Map([['a', { b: 1 }]]), [['a', { b: 1 }]]],
  ['headers', new Headers({ accept: 'json' }), [['accept', 'json']]],
  ['an address', new URL('https://example.com/a'), 'https://example.com/a'],
  ['parameters of an address', new URLSearchParams('a=1'), [['a', '1']]],
  ['a stream of Node', Readable.from(['a']), '[stream]'],
  ['a stream of the web', new ReadableStream(), '[stream]'],
  ['an instance', new Money(), { amount: 5 }],
  ['an object that says its JSON', { toJSON: () => ({ a: 1n }) }, { a: '1n' }],
  [
    'an object that throws when it is read',
    {
      get a() {
        throw new Error('no');
      },
    },
    '[unreadable]',
  ],
  ['a revoked proxy', revoked(), '[unreadable]'],
])('%s becomes plain data', (_, value, plain) => {
  const copy = snapshot(value);
  expect(copy).toEqual(plain);
  expect(JSON.parse(JSON.stringify(copy))).toEqual(plain);
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

test('a copy does not change with its original', () => {
  const item = { tags: ['a'] };
  const copy = snapshot(item);
  item.tags.push('b');
  expect(copy).toEqual({ tags: ['a'] });
});

test('what is deeper or larger than any real argument is cut', () => {
  let deep: object = {};
  for (let level = 0; level < 100; level++) deep = { deep };
  expect(JSON.stringify(snapshot(deep))).toMatch(/^(\{"deep":){24}"\[more\]"\}{24}$/);
  const large = snapshot(Array.from({ length: 30_000 }, () => ({}))) as unknown[];
  expect(large.filter((one) => one === '[more]').length).toBeGreaterThan(9_000);
});
