import { stepsOfPath } from '../../../../src/provider/interaction/stepsOfPath.ts';

test.each([
  ['$', []],
  ['$.detail.case', ['detail', 'case']],
  ["$['detail-type']", ['detail-type']],
  ['$.detail-type', ['detail-type']],
  ["$.detail.case.fields['refund.amount'].value", ['detail', 'case', 'fields', 'refund.amount', 'value']],
  ['$.resources[1]', ['resources', '1']],
  ['$.detail.changedFieldIds[*]', ['detail', 'changedFieldIds', '*']],
])('%s has the steps %j', (path, steps) => {
  expect(stepsOfPath(path)).toEqual(steps);
});
