import { explainRemoval } from '../../../../../src/harness/rule/suggest/explainRemoval.ts';

const meant = 'If it should narrow it, only its author knows which condition is meant.';

test.each<[string, readonly string[], readonly string[]]>([
  [
    'removes a condition',
    ['options.rule.detail.case: remove it'],
    ['Every event that meets the rest: what is removed narrows the rule no longer.', meant],
  ],
  [
    'removes all of detail',
    ['options.rule.detail: remove it'],
    ['Every event of Amazon Connect Cases: nothing in detail narrows the rule any more.', meant],
  ],
  [
    'replaces the pattern',
    ['options.rule: write {"source":["aws.cases"]} instead of the pattern'],
    ['Every event of Amazon Connect Cases: nothing in detail narrows the rule any more.', meant],
  ],
  [
    'writes a condition elsewhere',
    ['options.rule.eventType: remove it', 'options.rule.detail: write {"eventType":["CASE.UPDATED"]}'],
    [],
  ],
  ['is unknown', [], []],
])('of a change that %s the report says what comes then', (_, changes, lines) => {
  expect(explainRemoval(changes)).toEqual(lines);
});
