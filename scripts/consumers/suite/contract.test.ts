import { verify } from 'connect-cases-contracts';
import { contracts } from './contracts';
import { handler } from './handler';
import { test } from './runner';

for (const contract of contracts) test(contract.title, () => verify(contract, handler));
