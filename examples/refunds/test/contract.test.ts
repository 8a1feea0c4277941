import { verify } from 'connect-cases-contracts';
import { handler, readModel } from '../src/handler';
import { contracts } from './contracts';

async function reset(): Promise<void> {
  (await readModel).clear();
}

for (const contract of contracts) test(contract.title, () => verify(contract, handler, { reset }));
