import { realProcess, realRealm } from '../model/platform/realProcess.ts';
import type { Contract } from './contract.ts';

const KEY = Symbol.for('connect-cases-contracts: contracts');
const process = realProcess as NodeJS.Process & { [KEY]?: WeakSet<object> };

/**
 * The contracts that `contractsFor` has made in this process: one set for all copies of this module, of which runners load
 * one for each test file, and packages one for each module format.
 */
export function madeContracts(): WeakSet<Contract> {
  // Not of the realm of a test file, which would stay as long as the process does.
  process[KEY] ??= realRealm<WeakSet<object>>('new WeakSet()');
  return process[KEY];
}
