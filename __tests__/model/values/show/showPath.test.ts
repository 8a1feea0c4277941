import { showPath } from '../../../../model/values/show/showPath.ts';

describe('showPath', () => {
  it.each([
    [[], '$'],
    [['detail', 'case', 'fields', 'status', 'value'], 'detail.case.fields.status.value'],
    [['resources', 1], 'resources[1]'],
    [['detail-type'], 'detail-type'],
    [['fields', 'refund amount', 'value'], 'fields["refund amount"].value'],
    [['fields', ''], 'fields[""]'],
    [['fields', '金'.repeat(500)], `fields["${'金'.repeat(59)}…"]`],
  ])('of %j is %s', (segments, text) => {
    expect(showPath(segments)).toBe(text);
  });
});
