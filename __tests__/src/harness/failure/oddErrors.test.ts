import { inspect } from 'node:util';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';

inEmptyDirectories();

const contracts = contractsFor('refunds', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId'] });
const contract = contracts.find(({ eventType }) => eventType === 'CASE.UPDATED') as Contract;

const trap = (): never => {
  throw new Error('a trap');
};

/** An Error with something unusual. */
function oddly(properties: PropertyDescriptorMap): Error {
  return Object.defineProperties(new Error('no such case'), properties);
}

const getter: PropertyDescriptor = { get: trap, enumerable: true, configurable: true };
const hidden: PropertyDescriptor = { get: trap, configurable: true };

function inRing(): Error {
  const [one, other] = [new Error('no such case'), new Error('inner')];
  one.cause = other;
  other.cause = one;
  return one;
}

/** Thrown values, with their reports on one line. */
const odd: readonly (readonly [string, () => unknown, string])[] = [
  ['whose name throws', () => oddly({ name: getter }), 'Error: no such case'],
  ['whose name is a number', () => oddly({ name: { value: 7 } }), 'Error: no such case'],
  ['whose name is a symbol', () => oddly({ name: { value: Symbol('n') } }), 'Error: no such case'],
  ['whose message throws', () => oddly({ message: getter }), 'Error: (its message is unreadable)'],
  [
    'whose message is an object',
    () => oddly({ message: { value: { code: 7 } } }),
    'Error: (its message is { code: 7 })',
  ],
  ['whose message is missing', () => oddly({ message: { value: undefined } }), 'Error: (its message is undefined)'],
  ['whose message is empty', () => oddly({ message: { value: '' } }), 'Error'],
  ['whose message has a megabyte', () => oddly({ message: { value: 'x'.repeat(2 ** 20) } }), 'Error: xxxx'],
  ['whose stack throws', () => oddly({ stack: hidden }), 'Error: no such case'],
  ['whose stack is a list', () => oddly({ stack: { value: ['a', 'b'] } }), 'Error: no such case'],
  [
    'with nine megabytes of frames',
    () => oddly({ stack: { value: `Error: no such case\n${'    at f (/srv/app.js:1:1)\n'.repeat(350_000)}` } }),
    'Error: no such case',
  ],
  ['whose cause throws', () => oddly({ cause: getter }), 'Error: no such case'],
  ['whose cause is itself in the end', inRing, 'Error: inner (in Error)'],
  ['whose inspection throws', () => oddly({ [inspect.custom]: { value: trap } }), 'Error: no such case'],
  ['whose toString throws', () => oddly({ toString: { value: trap } }), 'Error: no such case'],
  ['whose toJSON throws', () => oddly({ toJSON: { value: trap } }), 'Error: no such case'],
  ['with a getter of its own that throws', () => oddly({ response: getter }), 'Error: no such case'],
  ['whose list of errors throws', () => oddly({ errors: getter, recordErrors: getter }), 'Error: no such case'],
  [
    'whose list of errors is a Proxy',
    () => oddly({ errors: { value: new Proxy([], { get: trap, getPrototypeOf: trap }) } }),
    'Error: no such case',
  ],
  ['that is frozen', () => Object.freeze(new Error('no such case')), 'Error: no such case'],
  [
    'that is a Proxy',
    () => new Proxy(new Error('no such case'), { get: trap, has: trap, ownKeys: trap }),
    'no such case',
  ],
  [
    'that is a revoked Proxy',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
    '<Revoked Proxy>',
  ],
  ['that is a function', () => function lost() {}, 'the function lost'],
  [
    'that is a function whose name throws',
    () => Object.defineProperty(() => 1, 'name', getter),
    'a function that cannot be shown',
  ],
  ['that is a class', () => class Lost {}, 'the function Lost'],
  ['that is a symbol', () => Symbol('lost'), 'Symbol(lost)'],
  ['that is a bigint', () => 7n, '7n'],
  ['that is a number', () => 404, '404'],
  ['that is null', () => null, 'null'],
  ['that is undefined', () => undefined, 'undefined'],
  ['that is a text of two lines', () => 'lost\n::error::lost', '"lost\\n::error::lost"'],
  ['that is an object without a prototype', () => Object.assign(Object.create(null), { code: 7 }), '{ code: 7 }'],
  ['that is a response', () => ({ statusCode: 500, body: 'x'.repeat(10_000) }), '{ statusCode: 500, body: '],
  ['that is an object whose inspection throws', () => ({ [inspect.custom]: trap }), 'an object that cannot be shown'],
  [
    'that has a text for its stack, and no more',
    () => ({ message: 'no such case', stack: 'none' }),
    'Error: no such case',
  ],
];

async function errorOf(run: Promise<void>): Promise<Error> {
  return rejection(run);
}

describe.each(odd)('an error %s', (_, make, words) => {
  const handler = (): never => {
    throw make();
  };

  test('leaves the report of verify unchanged', async () => {
    const error = await errorOf(verify(contract, handler, { runs: 0 }));
    expect(error).toBeInstanceOf(ContractViolation);
    expect(error.message).toMatch(
      /^refunds handles CASE\.UPDATED: the handler failed on an event that AWS may send \(class sample\)\.\n/,
    );
    expect(error.message).toContain(words.split(' (in ')[0]);
    expect(error.message).not.toMatch(/a trap|^::error/m);
    expect(error.message.length).toBeLessThan(3000);
  });

  test('leaves the report of verifyDelivery unchanged', async () => {
    const options = { reset: () => undefined, observe: () => null, runs: 1 };
    const error = await errorOf(verifyDelivery(contracts, handler, options));
    expect(error).toBeInstanceOf(DeliveryViolation);
    expect(error.message.split('\n')[0]).toBe(
      'refunds: the handler fails, though nothing went wrong with the delivery.',
    );
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/a trap|^::error/m);
  });

  test('can be printed with its cause by anyone', async () => {
    const error = await errorOf(verify(contract, handler, { runs: 0 }));
    const { cause } = error as { cause?: unknown };
    expect(() => inspect(error)).not.toThrow();
    expect(() => inspect(cause)).not.toThrow();
    if (cause instanceof Error) expect(() => `${cause}${cause.stack}${cause.cause}`).not.toThrow();
    expect(inspect(error).length).toBeLessThan(2_100_000);
  });

  test('appears in the words of a hook', async () => {
    const error = await errorOf(verify(contract, () => undefined, { reset: handler, runs: 0 }));
    expect(error.message).toMatch(
      /^refunds handles CASE\.UPDATED: options\.reset failed before call 1 of the handler: .+\. See the cause\.$/,
    );
  });
});
