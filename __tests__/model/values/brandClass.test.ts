import type * as Main from '../../../src/index.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

type Errors = Pick<typeof Main, 'ContractViolation' | 'DeliveryViolation' | 'InvalidArgumentError'>;

// A failing delivery leaves a witness.
inEmptyDirectories();

/** The package as loaded by a test file after `jest.resetModules()`. */
function copy(): typeof Main {
  jest.resetModules();
  return require('../../../src/index.ts') as typeof Main;
}

const [one, other] = [copy(), copy()];

function wrongArgument({ contractsFor }: typeof Main): unknown {
  try {
    return contractsFor('', {} as never);
  } catch (error) {
    return error;
  }
}

async function violations({ contractsFor, verify, verifyDelivery }: typeof Main): Promise<unknown[]> {
  const contracts = contractsFor('refunds', ignoringAll);
  const fails = (): Promise<never> => Promise.reject(new Error('refused'));
  const world = { reset: () => undefined, observe: () => null };
  const [first] = contracts as unknown as readonly [Main.Contract];
  return Promise.all(
    [verify(first, fails, { runs: 0, seed: 0, path: 'fixed:0:0' }), verifyDelivery(contracts, fails, world)].map(
      (run) => run.catch((error: unknown) => error),
    ),
  );
}

test('the two copies have different classes', () => {
  expect(one.ContractViolation).not.toBe(other.ContractViolation);
});

test('an error of either copy is an instance of its class in both copies, and of no other', async () => {
  for (const thrower of [one, other]) {
    const [contract, delivery] = await violations(thrower);
    const errors: readonly (readonly [keyof Errors, unknown])[] = [
      ['ContractViolation', contract],
      ['DeliveryViolation', delivery],
      ['InvalidArgumentError', wrongArgument(thrower)],
    ];
    for (const [name, error] of errors) {
      for (const known of [one, other]) {
        const classes = (['ContractViolation', 'DeliveryViolation', 'InvalidArgumentError'] as const).filter(
          (of) => error instanceof known[of],
        );
        expect(classes).toEqual([name]);
        expect(error).toBeInstanceOf(known[name]);
      }
    }
  }
});

test('each copy recognizes the error of parseCaseEvent, too', () => {
  const schemas = [1, 2].map(() => {
    jest.resetModules();
    return require('../../../model/schemaEntry.ts') as typeof import('../../../model/schemaEntry.ts');
  });
  for (const { parseCaseEvent } of schemas) {
    for (const { InvalidCaseEventError } of schemas) {
      expect(() => parseCaseEvent({})).toThrow(InvalidCaseEventError);
    }
  }
});

test('other values are no instances, and a derived class keeps its own check', () => {
  class Ours extends one.InvalidArgumentError {}
  for (const value of [undefined, null, 7, 'InvalidArgumentError', {}, new Error('x'), () => 1]) {
    expect(value instanceof one.InvalidArgumentError).toBe(false);
  }
  const derived = new Ours({ argument: 'a', received: 1, allowed: '2' });
  expect([derived instanceof Ours, derived instanceof other.InvalidArgumentError]).toEqual([true, true]);
  expect(wrongArgument(one) instanceof Ours).toBe(false);
  expect(derived instanceof TypeError && derived instanceof Error).toBe(true);
});

test('the mark is invisible on the error', () => {
  expect(Object.getOwnPropertySymbols(wrongArgument(one))).toEqual([]);
  expect(Object.keys(wrongArgument(one) as object)).toEqual(['argument', 'received', 'allowed', 'name']);
});
