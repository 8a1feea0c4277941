import type { Arbitrary } from 'fast-check';
import { type ForeignEvent, foreignEvents, identifyForeign } from '../../../arbitraries/foreignEvents.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import type { Identity } from '../../../model/values/identity.ts';
import { oncePer } from '../../../model/values/oncePer.ts';
import { draw } from './draw.ts';

/** The foreign events that reach a handler. */
interface DeliveredForeign {
  make(): Arbitrary<ForeignEvent>;
  /** A copy with the ids of an identity, as far as the rule leaves them open. */
  identify(event: ForeignEvent, identity: Identity): ForeignEvent;
}

/** The foreign events that reach the handler of a contract; undefined if its rule delivers none. */
export function findDeliveredForeign({
  domain,
  rule,
}: Pick<Contract, 'domain' | 'rule'>): DeliveredForeign | undefined {
  const all = () => foreignEvents({ domain });
  if (rule === undefined) return { make: all, identify: identifyForeign };
  if (!deliversSomeForeign(rule)(domain)) return undefined;
  return {
    make: () => all().filter((event) => rule.matches(event)),
    identify: (event, identity) => {
      const identified = identifyForeign(event, identity);
      return rule.matches(identified) ? identified : event;
    },
  };
}

/** Whether a rule delivers foreign events of a domain: the same for all contracts of a table. */
const deliversSomeForeign = oncePer((rule: Rule) =>
  oncePer((domain: Domain) =>
    draw(() => foreignEvents({ domain }), { seed: 0, runs: ENOUGH }).some((event) => rule.matches(event)),
  ),
);

/** Foreign events that show each call and each unknown type many times. */
const ENOUGH = 400;
