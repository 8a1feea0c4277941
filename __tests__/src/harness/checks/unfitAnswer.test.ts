import { inspect } from 'node:util';
import { isUnfitAnswer, UnfitAnswer } from '../../../../src/harness/checks/unfitAnswer.ts';

const error = new TypeError('circular');

test('the report on an answer gives its size if it is too large, or else the words of JSON', () => {
  const large = new UnfitAnswer({ kind: 'tooLarge', bytes: 7_000_000 });
  expect([large.message, large.cause, large.failure.bytes]).toEqual([
    'the answer has 7000000 bytes of JSON',
    undefined,
    7_000_000,
  ]);
  const odd = new UnfitAnswer({ kind: 'unserialisable', error });
  expect([odd.message, odd.cause, odd.failure.kind]).toEqual(['the answer is not JSON', error, 'unserialisable']);
});

test('an unfit answer is recognised without its class, its members, or the traps of a Proxy', () => {
  const own = new UnfitAnswer({ kind: 'unserialisable', error });
  const trapped = new Proxy(own, {
    getPrototypeOf: () => {
      throw new Error('a trap');
    },
  });
  expect(isUnfitAnswer(own)).toBe(true);
  const strangers = [trapped, { ...own }, Object.create(UnfitAnswer.prototype), error, null, undefined, 'the answer'];
  for (const stranger of strangers)
    expect([inspect(stranger), isUnfitAnswer(stranger)]).toEqual([inspect(stranger), false]);
});
