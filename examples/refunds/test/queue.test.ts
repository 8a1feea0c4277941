import { verify } from 'connect-cases-contracts';
import { queueHandler } from '../src/queue';
import { contracts } from './contracts';
import { deployed } from './deployed';
import { reset, watchChanges } from './readModel';

test('the template has no fault that shows without the handler, and follows the advice of AWS', () => {
  expect([...deployed.findings, ...deployed.advice]).toEqual([]);
});

for (const contract of contracts) {
  test(`${contract.title}, behind its queue`, () =>
    verify(contract, deployed.via(queueHandler), { reset, downstream: watchChanges }));
}
