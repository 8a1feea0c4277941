import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

inEmptyDirectories();

const contracts = contractsFor('hooked', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] });
const [contract] = contracts;

class Store {
  readonly #rows = new Map<string, string>();
  readonly rows = new Map<string, string>();

  clear(): void {
    this.rows.clear();
  }

  clearHidden(): void {
    this.#rows.clear();
  }

  broken(): void {
    const nothing = undefined as unknown as { clear(): void };
    nothing.clear();
  }
}

const store = new Store();
const ofReset = /^hooked handles CASE\.CREATED: options\.reset failed before call 1 of the handler: TypeError: .+?\. /;
const ofObserve =
  /^hooked: options\.observe failed after delivery \d: TypeError: .+\. So it is unknown what the handler did\. /;
const of = (name: string, method: string): string =>
  `It was called without its object: write ${name}: () => theObject.${method}(). See the cause.`;

async function messageOf(run: Promise<void>): Promise<string> {
  return run.then(
    () => 'it passed',
    ({ message }: Error) => message,
  );
}

describe('a method passed without its object causes an error that says so', () => {
  test.each<[string, () => unknown, string]>([
    ['of a Map', new Map().clear, 'clear'],
    ['of a Set', new Set().clear, 'clear'],
    ['of a class', store.clear, 'clear'],
    ['of a class with private members', store.clearHidden, 'clearHidden'],
    [
      'of an asynchronous class',
      class {
        async empty(): Promise<void> {
          (this as unknown as Store).rows.clear();
        }
      }.prototype.empty,
      'empty',
    ],
  ])('as reset, %s', async (_, reset, method) => {
    const message = await messageOf(verify(contract, () => undefined, { reset }));
    expect(message).toMatch(ofReset);
    expect(message.replace(ofReset, '')).toBe(of('reset', method));
  });

  test('as observe', async () => {
    for (const [observe, method] of [
      [new Map().entries, 'entries'],
      [store.clear, 'clear'],
    ] as const) {
      const run = verifyDelivery(contracts, () => undefined, { reset: () => undefined, observe });
      const message = await messageOf(run);
      expect(message).toMatch(ofObserve);
      expect(message.replace(ofObserve, '')).toBe(of('observe', method));
    }
  });
});

test.each<[string, () => unknown]>([
  ['a bound method that fails by itself', store.broken.bind(store)],
  ['a method that fails on another object', store.broken],
  ['an arrow function', () => store.broken()],
])('%s causes no such error', async (_, reset) => {
  const message = await messageOf(verify(contract, () => undefined, { reset }));
  expect(message.replace(ofReset, '')).toBe('See the cause.');
});
