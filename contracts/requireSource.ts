import type { Leaf } from '../model/rule/compile/leaf.ts';
import { getCombinations, type Rule } from '../model/rule/rule.ts';
import { InvalidArgumentError } from '../model/values/invalidArgument.ts';

/**
 * Refuses a rule for another source, because it delivers no event of Cases.
 * @throws InvalidArgumentError with the sources that the rule asks for
 */
export function requireSource({ patterns }: Rule): void {
  const leaves = patterns.flatMap(getCombinations).map(findSource);
  if (!leaves.every(refusesCases)) return;
  const [first] = patterns;
  throw new InvalidArgumentError({
    argument: patterns.length === 1 ? `${first?.argument}.source` : 'options.rule',
    received: undefined,
    shown: [...new Set(leaves.map((leaf) => leaf?.text))].join(' and '),
    allowed: 'a pattern that admits "aws.cases"',
    because: 'Every event of Cases has this source, so the rule delivers none',
    todo: 'Give the rule whose target is this handler',
  });
}

function findSource(leaves: readonly Leaf[]): Leaf | undefined {
  return leaves.find(({ path }) => path.join() === 'source');
}

function refusesCases(leaf: Leaf | undefined): boolean {
  return leaf?.conditions.every((condition) => !condition.admits('aws.cases')) === true;
}
