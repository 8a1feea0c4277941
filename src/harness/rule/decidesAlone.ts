import { isConstantPlace } from '../../../model/event/isConstantPlace.ts';
import { meetsAlone, prepareMatchers } from '../../../model/rule/match/matcher.ts';
import { getCombinations, type Rule } from '../../../model/rule/rule.ts';

/** Whether a rule refuses every event of a kind, whatever its values are. `event` is any of the kind. */
export function decidesAlone({ patterns }: Rule, event: object): boolean {
  return patterns.flatMap(getCombinations).every((leaves) => {
    const constant = leaves.filter(({ path }) => isConstantPlace(path));
    return prepareMatchers(constant).some((matcher) => !meetsAlone(matcher, event));
  });
}
