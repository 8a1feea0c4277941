import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaKinesis } from '../../../../src/harness/transports/kinesis.ts';
import { viaLambda } from '../../../../src/harness/transports/lambda.ts';
import { viaSns } from '../../../../src/harness/transports/sns.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { refusal } from '../../../helpers/refusal.ts';

inEmptyDirectories();

const contracts = contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] });
const [contract] = contracts as unknown as [Contract];

class Plain {}
class WithHandler {
  handler(): void {}
}
class WithStatic {
  readonly field = 1;
  static handler(): void {}
}
const called = (): Promise<void> => Promise.reject(new Error('there is no event'));
const asterisk = 'Write an async function in its place, without the asterisk.';
const instance = '(...parameters) => theObject.handler(...parameters)';

/** Values that are not handlers, their names in the message, and its advice, with code for the right handler. */
const unfit: readonly (readonly [string, () => unknown, string, (giving: (code: string) => string) => string])[] = [
  [
    'a promise',
    called,
    'a promise',
    (giving) =>
      `You called the function once, and passed its result. Write ${giving('theFunction')}, without parentheses behind it, or ${giving('() => …')} with the call in it.`,
  ],
  [
    'a class',
    () => Plain,
    'the class Plain',
    (giving) =>
      `A class cannot be called as a function. Write ${giving('(...parameters) => new TheClass().method(...parameters)')}.`,
  ],
  [
    'a class with a method',
    () => WithHandler,
    'the class WithHandler',
    (giving) =>
      `A class cannot be called as a function. Write ${giving('(...parameters) => new WithHandler().handler(...parameters)')}.`,
  ],
  [
    'a class with a static method',
    () => WithStatic,
    'the class WithStatic',
    (giving) =>
      `A class cannot be called as a function. Write ${giving('(...parameters) => WithStatic.handler(...parameters)')}.`,
  ],
  [
    'a generator function',
    () =>
      function* generator() {
        yield 1;
      },
    'the generator function generator',
    () => `A call runs none of its code: it returns an iterator, which Lambda does not read. ${asterisk}`,
  ],
  [
    'an async generator function without a name',
    () =>
      async function* () {
        yield 1;
      },
    'a generator function',
    () => `A call runs none of its code: it returns an iterator, which Lambda does not read. ${asterisk}`,
  ],
  [
    'a generator',
    () =>
      (function* () {
        yield 1;
      })(),
    'an iterator',
    () => `You called a generator function, which runs none of its code. ${asterisk}`,
  ],
  [
    'an instance',
    () => new WithHandler(),
    'an object with the function handler',
    (giving) => `Write ${giving(instance)}.`,
  ],
  [
    'a module',
    () => ({ handler: () => {}, other: () => {} }),
    'an object with the function handler',
    (giving) => `Write ${giving(instance)}.`,
  ],
  [
    'a module with one function of another name',
    () => ({ onCase: () => {}, version: 1 }),
    'an object with the function onCase',
    (giving) => `Write ${giving('(...parameters) => theObject.onCase(...parameters)')}.`,
  ],
  [
    'a list',
    () => [() => {}, () => {}],
    'a list of 2',
    (giving) => `Give one function at a time: for (const one of list) ${giving('one')}.`,
  ],
];

describe.each(unfit)('%s in place of a handler', (_, make, shown, says) => {
  const allowed = 'the function that Lambda calls';

  test('causes an error of verify that names it and says what to write', async () => {
    await expect(verify(contract, make() as never)).rejects.toThrow(
      `handler is ${shown}; allowed: ${allowed}. ${says((code) => `verify(contract, ${code})`)}`,
    );
  });

  test('causes the same error of verifyDelivery', async () => {
    const options = { reset: () => undefined, observe: () => undefined };
    await expect(verifyDelivery(contracts, make() as never, options)).rejects.toThrow(
      `handler is ${shown}; allowed: ${allowed}, or what viaSqs or another via… function returns. ${says((code) => `verifyDelivery(contracts, ${code}, options)`)}`,
    );
  });

  test.each(Object.entries({ viaLambda, viaSqs, viaSns, viaSnsToSqs, viaKinesis, viaFirehose }))(
    'causes the same error of %s',
    (name, via) => {
      expect(refusal(() => via(make() as never))).toBe(
        `the first argument of ${name} is ${shown}; allowed: ${allowed}. ${says((code) => `${name}(${code})`)}`,
      );
    },
  );
});

test.each<[string, (event: never) => unknown]>([
  ['a bound method', new WithHandler().handler.bind(new WithHandler())],
  ['a Proxy', new Proxy(() => undefined, {})],
  ['an old-style function that looks like a class', function Handler() {}],
  ['a mock', jest.fn()],
])('%s is accepted as a handler', async (_, handler) => {
  await verify(contracts[1] as Contract, handler as never, { runs: 0, ambiguities: 'off' });
});

test('an object with throwing members is refused, too', async () => {
  const odd = new Proxy(
    {},
    {
      get() {
        throw new Error('no member');
      },
    },
  );
  await expect(verify(contract, odd as never)).rejects.toThrow('; allowed: the function that Lambda calls. Import it');
});

describe('a hook that was called instead of passed', () => {
  const store = new Map();
  const world = "a function that resets the handler's state";
  const todo = (name: string) =>
    `Write ${name}: () => …, with your call in place of …: without the arrow it runs only once, before any event.`;
  const good = { reset: () => undefined, observe: () => undefined };

  test.each<[string, object | (() => object), string]>([
    [
      'reset, of a Map',
      { ...good, reset: store.clear() },
      `options.reset is undefined; allowed: ${world}. ${todo('reset')}`,
    ],
    [
      'reset, of a database',
      () => ({ ...good, reset: called() }),
      `options.reset is a promise; allowed: ${world}. You called the function once, and passed its result. Write reset: theFunction, without parentheses behind it, or reset: () => … with the call in it.`,
    ],
    [
      'observe',
      { ...good, observe: [...store] },
      `options.observe is a list of 0; allowed: a function that returns what the handler has stored. ${todo('observe')}`,
    ],
    [
      'observe, of a Map',
      { ...good, observe: store.values() },
      `options.observe is an iterator; allowed: a function that returns what the handler has stored. ${todo('observe')}`,
    ],
    [
      'a generator',
      () => ({ ...good, reset: (function* () {})() }),
      `options.reset is an iterator; allowed: ${world}. You called a generator function, which runs none of its code. ${asterisk}`,
    ],
    [
      'observe, of rows',
      { ...good, observe: { rows: 1 } },
      `options.observe is { rows: 1 }; allowed: a function that returns what the handler has stored. ${todo('observe')}`,
    ],
    [
      'a generator function',
      { ...good, reset: function* reset() {} },
      'options.reset is the generator function reset; allowed',
    ],
    [
      'downstream',
      () => ({ ...good, downstream: called() }),
      'options.downstream is a promise; allowed: a function that watches',
    ],
  ])('causes an error of verifyDelivery that says so: %s', async (_, given, message) => {
    const options = typeof given === 'function' ? given() : given;
    await expect(verifyDelivery(contracts, () => undefined, options as never)).rejects.toThrow(message);
  });

  test.each<[string, unknown, string]>([
    ['a promise', called, 'options.reset is a promise; allowed: '],
    ['a number', 0, `options.reset is 0; allowed: ${world}. ${todo('reset')}`],
    ['null', null, `options.reset is null; allowed: ${world}. ${todo('reset')}`],
    ['a generator function', function* reset() {}, 'options.reset is the generator function reset; allowed'],
  ])('causes an error of verify that says so: %s', async (_, given, message) => {
    const reset = given === called ? called() : given;
    await expect(verify(contract, () => undefined, { reset } as never)).rejects.toThrow(message);
  });
});
