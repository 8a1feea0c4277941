import type { CasesEvent } from '../../../../src/event/casesEvent.ts';
import { exampleDomain } from '../../../../src/event/exampleDomain.ts';
import { idInvariants } from '../../../../src/event/invariants/idInvariants.ts';
import { sample } from '../../../../src/event/samples.ts';
import { changed } from '../changed.ts';

const updated = sample('CASE.UPDATED', exampleDomain);
const commented = sample('RELATED_ITEM.UPDATED', exampleDomain);

function violations(event: CasesEvent) {
  return idInvariants.flatMap((invariant) => invariant.violations(event));
}

describe('the ids of an event', () => {
  it('agree in the samples', () => {
    expect([...violations(updated), ...violations(commented)]).toEqual([]);
  });

  it('must lie in the account and Region of the event', () => {
    expect(violations(changed(updated, 'region', 'eu-west-2'))).toEqual([
      {
        path: 'resources[0]',
        received: '"arn:aws:cases:us-east-1:111122223333:domain/dad5efb6-8485-4a…"',
        allowed: 'an ARN of the event\'s own Region and account, "arn:aws:cases:eu-west-2:111122223333:domain/…"',
      },
    ]);
  });

  it('must be those of the case', () => {
    expect(violations(changed(updated, 'detail.case.caseId', 'other'))).toMatchObject([
      { path: 'resources[1]', allowed: 'resources[0] and then the ids of the detail, "…/case/other"' },
    ]);
  });

  it('must be those of the related item and its case', () => {
    const one = changed(commented, 'detail.relatedItem.caseId', 'c');
    expect(violations(changed(one, 'detail.relatedItem.relatedItemId', 'r'))).toMatchObject([
      { path: 'resources[1]', allowed: 'resources[0] and then the ids of the detail, "…/case/c/related-item/r"' },
    ]);
  });

  it('must be the same in the field case_id, where it is a text', () => {
    const withField = (value: object) => changed(updated, 'detail.case.fields.case_id', { value });
    expect(violations(withField({ stringValue: 'other' }))).toEqual([
      {
        path: 'detail.case.fields.case_id.value.stringValue',
        received: '"other"',
        allowed: 'the id in detail.case.caseId',
      },
    ]);
    expect(violations(withField({ emptyValue: {} }))).toEqual([]);
  });

  it('must not change twice', () => {
    expect(violations(changed(updated, 'detail.changedFieldIds', ['a', 'b', 'a']))).toEqual([
      { path: 'detail.changedFieldIds[2]', received: '"a"', allowed: 'an id that is not yet listed' },
    ]);
  });
});
