import type { Contract } from '../../../contracts/contract.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import type { ResolvedOptions } from '../run/runOptions.ts';
import type { TimeBudget } from '../run/timeBudget.ts';
import { listUnfitReadings } from './listUnfitReadings.ts';
import { requireAgreement } from './requireAgreement.ts';
import { requireSomeDelivered } from './requireSomeDelivered.ts';
import { requireUndelivered } from './requireUndelivered.ts';
import { toRuleViolation } from './ruleReport.ts';

/**
 * Checks the rule of a contract, before the handler gets any event: it delivers what the row reads, and nothing of a
 * row that is `undelivered`. A rule that fits only some readings of what AWS leaves open warns, or fails if asked for.
 * @param drops whether an event that the rule delivers does not reach the function all the same
 * @param budget readings are looked at as long as half of the time is left; by default all
 * @throws ContractViolation for a row that contradicts the rule; InvalidArgumentError for a rule that delivers nothing
 */
export function checkRule(
  contract: Contract,
  { ambiguities }: Pick<ResolvedOptions, 'ambiguities'>,
  drops: (event: object) => boolean = () => false,
  budget?: Pick<TimeBudget, 'hasTimeForRandom' | 'count'>,
): void {
  const { rule, title } = contract;
  if (rule === undefined) return;
  if (contract.undelivered) requireUndelivered(contract, rule, drops);
  requireAgreement(contract, rule);
  requireSomeDelivered(contract, rule);
  if (ambiguities === 'off') return;
  for (const { line, planned } of listUnfitReadings(contract, rule, budget)) {
    if (ambiguities === 'warn') warn(line);
    else {
      const todo = "Let the rule deliver both readings, or set ambiguities to 'warn'.";
      throw toRuleViolation(title, `${line}\n\n${todo}`, planned);
    }
  }
}
