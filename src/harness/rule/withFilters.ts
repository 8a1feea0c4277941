import type { Contract } from '../../../contracts/contract.ts';
import { filterRule } from '../../../model/rule/filterRule.ts';
import { compileRule } from '../../../model/rule/rule.ts';
import type { Transport } from '../transports/transport.ts';

/** Every event has this source. */
const every = compileRule('options.rule', { source: ['aws.cases'] });

/** The contract with the filters before the function, which an event must get through, too. */
export function withFilters(contract: Contract, transport: Transport | undefined): Contract {
  const { filters = [] } = transport ?? {};
  if (filters.length === 0) return contract;
  return { ...contract, rule: filterRule(contract.rule ?? every, filters) };
}
