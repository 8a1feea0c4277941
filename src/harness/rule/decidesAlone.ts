import { constantPlaces } from '../../../model/event/constantPlaces.ts';
import { compilePattern } from '../../../model/rule/compile/compilePattern.ts';
import { meetsFrom, prepareMatchers } from '../../../model/rule/match/matcher.ts';
import type { Rule } from '../../../model/rule/rule.ts';

/** Whether a rule refuses every event of a kind, whatever its values are. `event` is any of the kind. */
export function decidesAlone({ patterns }: Rule, event: object): boolean {
  return patterns
    .flatMap(({ text }) => compilePattern(text))
    .every((leaves) => {
      const constant = leaves.filter(({ path }) => constantPlaces.has(path.join('.')));
      return prepareMatchers(constant).some((matcher) => !meetsFrom([matcher], 0, event));
    });
}
