import type { Contract } from '../../contracts/contract.ts';
import { now, warn } from '../platform/realProcess.ts';
import type { Attempt } from './pact/attempt.ts';
import { deletePart } from './pact/part.ts';
import { thrownWords } from './thrownLines.ts';
import type { TracedCall } from './tracedCall.ts';

/**
 * What is done about a handler that fails on an event of a run that is over and has passed: its part is removed from a
 * directory, by its absolute path, because the working directory may be another one by then.
 */
export function withdrawal(contract: Contract, dir: string, attempt: Attempt): (call: TracedCall) => void {
  return ({ late, began }) => {
    const after = Math.round(now() - began).toLocaleString('en');
    const words = thrownWords(late?.error);
    try {
      attempt.begin();
      deletePart(dir, contract);
      warn(`${contract.title}: the part is withdrawn: the handler failed ${after} ms after its call (${words})`);
    } catch (error) {
      warn(`${contract.title}: the handler failed ${after} ms after its call (${words}). ${(error as Error).message}`);
    }
  };
}
