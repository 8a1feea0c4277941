import { isConstantPlace } from '../../../../model/event/isConstantPlace.ts';
import { meetsAlone, prepareMatchers } from '../../../../model/rule/match/matcher.ts';
import { listParts, type Rule } from '../../../../model/rule/rule.ts';

/** Whether a rule refuses every event of a kind, whatever its values are. `event` is any of the kind. */
export function decidesAlone(rule: Rule, event: object): boolean {
  return listParts(rule).some((part) =>
    part.every((leaves) => {
      const constant = leaves.filter(({ path }) => isConstantPlace(path));
      return prepareMatchers(constant).some((matcher) => !meetsAlone(matcher, event));
    }),
  );
}
