import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { wholeInvariants } from '../../../model/invariants/wholeInvariants.ts';
import { changed } from '../event/changed.ts';

function violations(event: CasesEvent) {
  return wholeInvariants.flatMap((invariant) => invariant.violations(event));
}

function many(count: number, value: object): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, value]));
}

describe('limits and omissions of several members', () => {
  const deleted = makeSample('CASE.DELETED', exampleDomain);
  const custom = makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'Custom' });
  const value = { value: { doubleValue: 1 } };

  it('allow a deleted case in full, or only its id', () => {
    const dialect = resolveDialect({ deletedCase: 'caseId only' });
    expect(violations(deleted)).toEqual([]);
    expect(violations(makeSample('CASE.DELETED', exampleDomain, { dialect }))).toEqual([]);
    expect(violations(changed(deleted, 'detail.case.createdDateTime', undefined))).toEqual([
      {
        segments: ['detail', 'case', 'createdDateTime'],
        received: 'missing',
        allowed: 'present like the templateId and fields of this case',
      },
    ]);
  });

  it('report a deleted case whose template alone is missing, and no other case', () => {
    const withoutTemplate = changed(deleted, 'detail.case.templateId', undefined);
    expect(violations(withoutTemplate)).toEqual([
      {
        segments: ['detail', 'case', 'templateId'],
        received: 'missing',
        allowed: 'present like the createdDateTime and fields of this case',
      },
    ]);
    expect(violations(changed(withoutTemplate, 'detail.eventType', 'CASE.UPDATED'))).toEqual([]);
    // A domain may include no fields.
    expect(violations(changed(deleted, 'detail.case.fields', undefined))).toEqual([]);
  });

  it('count fields', () => {
    expect(violations(changed(deleted, 'detail.case.fields', many(400, value)))).toEqual([]);
    expect(violations(changed(deleted, 'detail.case.fields', many(401, value)))).toEqual([
      { segments: ['detail', 'case', 'fields'], received: '401 fields', allowed: 'at most 400 fields' },
    ]);
  });

  it.each([
    [0, 'empty'],
    [51, '51 fields'],
  ])('count the fields of a Custom related item: not %i', (count, received) => {
    const violation = { segments: ['detail', 'relatedItem', 'custom', 'fields'], received, allowed: '1 to 50 fields' };
    const list = Array.from({ length: count }, (_, index) => ({ id: `f${index}`, ...value }));
    expect(violations(changed(custom, 'detail.relatedItem.custom.fields', list))).toEqual([violation]);
    expect(violations(changed(custom, 'detail.relatedItem.custom.fields', many(count, value)))).toEqual([violation]);
  });

  it.each([1, 50])('accept %i fields of a Custom related item', (count) => {
    const list = Array.from({ length: count }, (_, index) => ({ id: `f${index}`, ...value }));
    expect(violations(changed(custom, 'detail.relatedItem.custom.fields', list))).toEqual([]);
    expect(violations(changed(custom, 'detail.relatedItem.custom.fields', many(count, value)))).toEqual([]);
  });

  it('count the characters of the summary', () => {
    const summary = (length: number) =>
      changed(deleted, 'detail.case.fields.summary.value.stringValue', '𝒳'.repeat(length));
    expect(violations(summary(3000))).toEqual([]);
    expect(violations(summary(3001))).toEqual([
      {
        segments: ['detail', 'case', 'fields', 'summary', 'value', 'stringValue'],
        received: 'a text of 3,001 characters',
        allowed: 'a text of 0 to 3,000 characters',
      },
    ]);
  });
});
