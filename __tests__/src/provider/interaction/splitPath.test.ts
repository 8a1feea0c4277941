import { splitPath } from '../../../../src/provider/interaction/splitPath.ts';

test.each([
  ['$', []],
  ['$.detail.case', ['detail', 'case']],
  ["$['detail-type']", ['detail-type']],
  ['$.detail-type', ['detail-type']],
  ["$.detail.case.fields['refund.amount'].value", ['detail', 'case', 'fields', 'refund.amount', 'value']],
  ['$.resources[1]', ['resources', '1']],
  ['$.detail.changedFieldIds[*]', ['detail', 'changedFieldIds', '*']],
])('%s has the steps %j', (path, segments) => {
  expect(splitPath(path)).toEqual(segments);
});
