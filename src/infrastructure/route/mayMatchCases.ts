import { eventPattern } from '../../../model/rule/eventPattern.ts';

/** Whether a rule with this pattern may deliver an event of Cases, as far as its `source` decides. */
export function mayMatchCases(pattern: object): boolean {
  const { source } = pattern as { readonly source?: unknown };
  return source === undefined || eventPattern({ source }).matches({ source: 'aws.cases' });
}
