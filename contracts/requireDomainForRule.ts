import { contentKeys } from '../model/facts/relatedItemTypes.ts';
import { getCombinations, type Rule } from '../model/rule/rule.ts';
import { InvalidArgumentError } from '../model/values/invalidArgument.ts';

/**
 * Refuses a rule that asks for values of a domain where no domain is given: it would be compared with the example
 * domain.
 * @throws InvalidArgumentError with the first such place
 */
export function requireDomainForRule({ patterns }: Rule): void {
  const leaves = patterns.flatMap(getCombinations).flat();
  const place = leaves.map(({ path }) => path).find(isOfDomain);
  if (place === undefined) return;
  throw new InvalidArgumentError({
    argument: 'options.domain',
    received: undefined,
    allowed: 'the domain whose events the rule delivers',
    because: `The rule asks for ${place.join('.')}, which the domain decides`,
    todo: 'Write: contractsFor(consumer, table, { domain, rule }), with the domain from defineDomain',
  });
}

const ofEnvelope: readonly string[] = ['account', 'region', 'resources'];
const contents: readonly string[] = Object.values(contentKeys);

function isOfDomain([first = '', subject, member = '']: readonly string[]): boolean {
  if (first !== 'detail') return ofEnvelope.includes(first);
  return subject === 'case' ? member === 'fields' : subject === 'relatedItem' && contents.includes(member);
}
