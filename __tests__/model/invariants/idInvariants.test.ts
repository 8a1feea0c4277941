import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { idInvariants } from '../../../model/invariants/idInvariants.ts';
import { changed } from '../event/changed.ts';

const updated = makeSample('CASE.UPDATED', exampleDomain);
const commented = makeSample('RELATED_ITEM.UPDATED', exampleDomain);

function violations(event: CasesEvent) {
  return idInvariants.flatMap((invariant) => invariant.violations(event));
}

describe('the ids of an event', () => {
  it('agree in the samples', () => {
    expect([...violations(updated), ...violations(commented)]).toEqual([]);
  });

  it('must have the account and Region of the event', () => {
    expect(violations(changed(updated, 'region', 'eu-west-2'))).toEqual([
      {
        segments: ['resources', 0],
        received: 'a text of 80 characters',
        allowed: 'an ARN of the event\'s own Region and account, "arn:aws:cases:<region>:<account>:domain/…"',
      },
    ]);
  });

  it('must be those of the case', () => {
    expect(violations(changed(updated, 'detail.case.caseId', 'other'))).toMatchObject([
      { segments: ['resources', 1], allowed: 'resources[0] and then the ids of the detail, "…/case/<caseId>"' },
    ]);
  });

  it('must be those of the related item and its case', () => {
    const one = changed(commented, 'detail.relatedItem.caseId', 'c');
    expect(violations(changed(one, 'detail.relatedItem.relatedItemId', 'r'))).toMatchObject([
      {
        segments: ['resources', 1],
        allowed: 'resources[0] and then the ids of the detail, "…/case/<caseId>/related-item/<relatedItemId>"',
      },
    ]);
  });

  it('must be the same in the field case_id, where it is a text', () => {
    const withField = (value: object) => changed(updated, 'detail.case.fields.case_id', { value });
    expect(violations(withField({ stringValue: 'other' }))).toEqual([
      {
        segments: ['detail', 'case', 'fields', 'case_id', 'value', 'stringValue'],
        received: 'a text of 5 characters',
        allowed: 'the id in detail.case.caseId',
      },
    ]);
    expect(violations(withField({ emptyValue: {} }))).toEqual([]);
  });

  it('must not change twice', () => {
    expect(violations(changed(updated, 'detail.changedFieldIds', ['a', 'b', 'a']))).toEqual([
      {
        segments: ['detail', 'changedFieldIds', 2],
        received: 'a text of 1 character',
        allowed: 'an id that is not yet listed',
      },
    ]);
  });
});
