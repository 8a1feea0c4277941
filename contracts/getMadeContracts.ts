import { evaluateInMainRealm, realProcess } from '../model/platform/realProcess.ts';
import type { Contract } from './contract.ts';

const KEY = Symbol.for('connect-cases-contracts: contracts');
const process = realProcess as NodeJS.Process & { [KEY]?: WeakSet<object> };

/**
 * The contracts that `contractsFor` made in this process. All copies of this module share the set: runners load one per
 * test file, packages one per module format.
 */
export function getMadeContracts(): WeakSet<Contract> {
  // In the main realm: an object of a test file's realm would keep that realm alive.
  process[KEY] ??= evaluateInMainRealm<WeakSet<object>>('new WeakSet()');
  return process[KEY];
}
