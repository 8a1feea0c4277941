import type { Contract } from '../../../contracts/contract.ts';
import type { ResolvedOptions } from '../run/runOptions.ts';
import type { TimeBudget } from '../run/timeBudget.ts';
import { admitsEvent, type Transport } from '../transports/transport.ts';
import { checkRule } from './checkRule.ts';
import { requireCarried } from './requireCarried.ts';

/**
 * Checks the way of a contract's events to the handler, before it gets any: the rule, the filters of the transport, and
 * what the target of the rule sends.
 * @param budget readings are looked at as long as half of the time is left; by default all
 * @throws ContractViolation for a row that contradicts them; InvalidArgumentError for a rule that delivers nothing
 */
export function checkRoute(
  contract: Contract,
  transport: Transport | undefined,
  options: Pick<ResolvedOptions, 'ambiguities'>,
  budget?: Pick<TimeBudget, 'hasTimeForRandom' | 'count'>,
): void {
  // Some filters look at more than the event, so the rule of the contract does not have them.
  checkRule(contract, options, (event) => transport !== undefined && !admitsEvent(transport, event), budget);
  requireCarried(contract, transport);
}
