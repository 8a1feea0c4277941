import { removeLeaves } from '../../../model/rule/change/removeLeaves.ts';
import type { Leaf } from '../../../model/rule/compile/leaf.ts';
import { compileRule, type Rule } from '../../../model/rule/rule.ts';

/** A rule without some of its leaves. */
export function relaxRule({ patterns }: Rule, isUnwanted: (leaf: Leaf) => boolean): Rule {
  return compileRule(
    'options.rule',
    patterns.map((pattern) => removeLeaves(pattern, isUnwanted)),
  );
}
