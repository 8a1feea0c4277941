import type { Contract } from '../../../contracts/contract.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { deliversSome } from './deliversSome.ts';
import { explainNothing } from './explainNothing.ts';

/**
 * Refuses a rule that delivers nothing at all: then no row of the table means anything. Where the table reads something,
 * the test of a row that reads says it already, with the smallest change.
 * @throws InvalidArgumentError with what keeps out the sample that comes closest
 */
export function requireSomeDelivered({ domain, table }: Pick<Contract, 'domain' | 'table'>, rule: Rule): void {
  if (table.rows.some(({ isRead }) => isRead) || deliversSome(rule)(domain)) return;
  throw new InvalidArgumentError({
    argument: 'options.rule',
    received: undefined,
    shown: 'a pattern of which nothing comes',
    allowed: 'a pattern that delivers some event of the domain',
    because: 'It delivers none, not even in another reading of what AWS leaves open',
    todo: explainNothing(domain, rule),
  });
}
