import { removeLeaves } from '../../../../model/rule/change/removeLeaves.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { relaxFilter } from '../../../../model/rule/eventFilter.ts';
import type { FilterLeaf } from '../../../../model/rule/filterLeaf.ts';
import { filterRule } from '../../../../model/rule/filterRule.ts';
import { compileRule, type Rule } from '../../../../model/rule/rule.ts';

/** A rule without some of its leaves, and without those of its filters. */
export function relaxRule(
  { patterns, filters = [] }: Rule,
  isUnwanted: (leaf: Leaf & Pick<FilterLeaf, 'outside'>) => boolean,
): Rule {
  const relaxed = compileRule(
    'options.rule',
    patterns.map((pattern) => removeLeaves(pattern, isUnwanted)),
  );
  return filterRule(
    relaxed,
    filters.flatMap((filter) => relaxFilter(filter, isUnwanted) ?? []),
  );
}
