import { verify } from 'connect-cases-contracts';
import { handler } from '../src/handler';
import { contracts } from './contracts';
import { reset, watchChanges } from './readModel';

for (const contract of contracts) {
  test(contract.title, () => verify(contract, handler, { reset, downstream: watchChanges }));
}
