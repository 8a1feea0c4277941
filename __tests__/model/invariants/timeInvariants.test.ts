import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { timeInvariants } from '../../../model/invariants/timeInvariants.ts';
import { changed } from '../event/changed.ts';

const updated = makeSample('CASE.UPDATED', exampleDomain);
const commented = makeSample('RELATED_ITEM.CREATED', exampleDomain);

function violations(event: CasesEvent) {
  return timeInvariants.flatMap((invariant) => invariant.violations(event));
}

describe('the instants of an event', () => {
  it.each(['2022-03-16T23:16:57Z', '2022-03-16T23:16:57.893999999Z', '2020-01-01T00:00:00.000Z'])(
    'are in order when the case was created at %s',
    (created) => {
      expect(violations(changed(updated, 'detail.case.createdDateTime', created))).toEqual([]);
    },
  );

  it('are out of order if the case was created after it changed', () => {
    expect(violations(changed(updated, 'detail.case.createdDateTime', '2022-03-16T23:16:57.894Z'))).toEqual([
      {
        segments: ['detail', 'case', 'createdDateTime'],
        received: 'a text of 24 characters',
        allowed: 'no instant after detail.approximateChangeTime',
      },
    ]);
    expect(violations(changed(commented, 'detail.relatedItem.createdDateTime', '2023-03-16T23:16:57Z'))).toMatchObject([
      { segments: ['detail', 'relatedItem', 'createdDateTime'] },
    ]);
  });

  it.each([
    ['2022-03-16T23:16:57Z', true],
    ['2022-03-17T00:16:57.893+01:00', true],
    ['tomorrow', true],
    ['2022-03-16T23:16:58.893Z', false],
    ['2022-03-17T23:16:57.893+01:00', false],
  ])('agree with created_datetime %s: %s', (stringValue, same) => {
    const event = changed(updated, 'detail.case.fields.created_datetime', { value: { stringValue } });
    expect(violations(event).map(({ segments }) => segments)).toEqual(
      same ? [] : [['detail', 'case', 'fields', 'created_datetime', 'value', 'stringValue']],
    );
  });
});
