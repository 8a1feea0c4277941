import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { type Dialect, defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { makeSample } from '../../../model/event/samples.ts';
import type { EventType } from '../../../model/facts/eventTypes.ts';
import { pageOf2022 } from '../../../model/facts/facts.ts';
import { listReadingIssues } from '../../../model/parse/listReadingIssues.ts';
import { changed } from '../event/changed.ts';

function pathsOf(type: EventType, reading: Partial<Dialect>, itemType = 'Comment'): string[] {
  const event = makeSample(type, exampleDomain, { itemType, dialect: resolveDialect(reading) });
  return listReadingIssues(event, defaultDialect).map(({ path }) => path);
}

describe('listReadingIssues', () => {
  it.each([
    ['CASE.UPDATED', {}, 'Comment', []],
    ['CASE.CREATED', { changedFieldIds: 'absent' }, 'Comment', ['detail.changedFieldIds']],
    ['CASE.DELETED', { deletedCase: 'caseId only' }, 'Comment', ['detail.case.templateId']],
    ['CASE.UPDATED', { performedBy: 'absent' }, 'Comment', ['detail.performedBy']],
    [
      'CASE.UPDATED',
      { fraction: 'seconds' },
      'Comment',
      ['detail.approximateChangeTime', 'detail.case.createdDateTime'],
    ],
    ['RELATED_ITEM.CREATED', { relatedItemEventType: 'CASE.RELATED_ITEM' }, 'File', ['detail.eventType']],
    ['RELATED_ITEM.DELETED', { relatedItemEventType: 'CASE.RELATED_ITEM' }, 'File', []],
    ['RELATED_ITEM.CREATED', { relatedItemType: 'comment' }, 'File', ['detail.relatedItem.relatedItemType']],
    ['RELATED_ITEM.CREATED', { changedAttributes: 'comment.body' }, 'Comment', ['detail.changedAttributes']],
    ['RELATED_ITEM.CREATED', { customItemFields: 'map' }, 'Custom', ['detail.relatedItem.custom.fields']],
  ] as const)('of %s in the reading %j (%s) are at %j', (type, reading, itemType, paths) => {
    expect(pathsOf(type, reading, itemType)).toEqual(paths);
  });

  it('name departures from the dialect, with its fact', () => {
    const event = makeSample('CASE.CREATED', exampleDomain);
    expect(listReadingIssues(event, resolveDialect({ performedBy: 'absent' }))).toEqual([
      {
        path: 'detail.performedBy',
        received: 'an object with "user", "iamPrincipalArn"',
        allowed: 'what dialect.performedBy "absent" says (is performedBy always there?)',
        fact: {
          states: 'the events page of 2022 did not show it',
          link: pageOf2022,
          certainty: 'documented',
        },
        verdict: 'documented neither way',
      },
    ]);
  });

  it('recognize the detail-type of 2022 in an event with performedBy', () => {
    const event = changed(makeSample('CASE.UPDATED', exampleDomain), 'detail-type', 'Amazon Connect Cases Event');
    const [issue, ...others] = listReadingIssues(event, defaultDialect);
    expect(issue?.allowed).toBe(
      "\"Amazon Connect Cases Change\"; this is the form of 2022; a dialect that admits it: { detailType: 'Amazon Connect Cases Event', performedBy: 'absent' }",
    );
    expect(others).toEqual([]);
    const today = makeSample('CASE.UPDATED', exampleDomain);
    const of2022 = resolveDialect({ detailType: 'Amazon Connect Cases Event' });
    expect(listReadingIssues(today, of2022).map(({ path }) => path)).toEqual(['detail-type']);
  });
});
