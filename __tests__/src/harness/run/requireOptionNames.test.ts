import { requireOptionNames } from '../../../../src/harness/run/requireOptionNames.ts';
import { refusal } from '../../../helpers/refusal.ts';

test.each([
  ['batchSize', 'It belongs to the transport, as in viaSqs(handler, { batchSize: 10 }).'],
  ['expect', 'It belongs to verify(contract, handler, { expect }).'],
  ['rule', 'Give it to contractsFor(consumer, table, { domain, rule }).'],
])('the error for %s, an option of another function, says so', (name, todo) => {
  expect(refusal(() => requireOptionNames({ runs: 1, [name]: 1 }, ['runs', 'seed']))).toBe(
    `the option name in options is "${name}"; allowed: "runs", "seed". ${todo}`,
  );
});

test('the error for a misspelt option names the nearest one', () => {
  expect(refusal(() => requireOptionNames({ run: 1 }, ['runs', 'seed']))).toBe(
    'the option name in options is "run"; allowed: "runs", "seed". Did you mean "runs"?',
  );
});

test('an own option is accepted although another function has one of the same name', () => {
  expect(() => requireOptionNames({ dir: 'pacts' }, ['dir'])).not.toThrow();
});
