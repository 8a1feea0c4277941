import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { compose } from '../../../model/event/compose.ts';
import { defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { makeSampleDraft } from '../../../model/event/samples.ts';
import { type CaseEventType, type EventType, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';

function partsOf(type: CaseEventType) {
  return makeSampleDraft({ type }, exampleDomain, defaultDialect);
}

function itemDraft(itemType = 'Comment') {
  return makeSampleDraft({ type: 'RELATED_ITEM.CREATED', itemType }, exampleDomain, defaultDialect);
}

function draft(type: EventType) {
  return isRelatedItemEventType(type) ? { ...itemDraft(), type } : partsOf(type);
}

describe('compose', () => {
  it('writes item types and the status of an SLA in lower case together, as the data lake does', () => {
    const lower = resolveDialect({ relatedItemType: 'comment' });
    expect(compose(exampleDomain, lower, itemDraft('Sla')).detail).toMatchObject({
      relatedItem: { relatedItemType: 'sla', sla: { slaConfiguration: { status: 'active', type: 'CaseField' } } },
    });
    expect(compose(exampleDomain, lower, itemDraft('ConnectCase')).detail).toMatchObject({
      relatedItem: { relatedItemType: 'connect', connectCase: {} },
    });
  });

  it('lists a cleared field in changedFieldIds and omits it from fields', () => {
    const event = compose(exampleDomain, defaultDialect, {
      ...partsOf('CASE.UPDATED'),
      fields: {},
      clearedFieldIds: ['title'],
    });
    expect(event.detail).toMatchObject({
      changedFieldIds: ['status', 'last_updated_datetime', 'title'],
      case: { fields: {} },
    });
  });

  it('writes a cleared field out if the dialect does', () => {
    const cleared = { ...partsOf('CASE.UPDATED'), fields: {}, clearedFieldIds: ['title'] };
    const event = compose(exampleDomain, resolveDialect({ clearedField: 'emptyValue' }), cleared);
    expect(event.detail).toMatchObject({ case: { fields: { title: { value: { emptyValue: {} } } } } });
  });

  it('omits an absent user, and performedBy if the dialect does', () => {
    const nobody = { ...partsOf('CASE.UPDATED'), user: undefined };
    expect(Object.keys(compose(exampleDomain, defaultDialect, nobody).detail.performedBy ?? {})).toEqual([
      'iamPrincipalArn',
    ]);
    const without = compose(exampleDomain, resolveDialect({ performedBy: 'absent' }), nobody);
    expect(without.detail).not.toHaveProperty('performedBy');
  });

  it('adds unknown properties where AWS has added some before', () => {
    const additions = { envelope: { a: 1 }, detail: { b: 2 }, subject: { c: 3 }, performedBy: { d: 4 } };
    expect(compose(exampleDomain, defaultDialect, { ...itemDraft(), additions })).toMatchObject({
      a: 1,
      detail: { b: 2, relatedItem: { c: 3 }, performedBy: { d: 4 } },
    });
  });

  it.each([
    [{ changedFieldIds: 'absent' }, [false, true, false]],
    [{ changedFieldIdsOnUpdate: 'absent' }, [true, false, true]],
  ] as const)('omits changedFieldIds only if the dialect does: %j', (readings, expected) => {
    const dialect = resolveDialect(readings);
    const has = (type: EventType) => 'changedFieldIds' in compose(exampleDomain, dialect, draft(type)).detail;
    expect([has('CASE.CREATED'), has('CASE.UPDATED'), has('CASE.DELETED')]).toEqual(expected);
  });

  it('lists every field of a new case once if the dialect does', () => {
    const dialect = resolveDialect({ changedFieldIdsOnCreation: 'every field with a value' });
    const listed = (type: EventType) => compose(exampleDomain, dialect, draft(type)).detail.changedFieldIds;
    const { fields } = partsOf('CASE.CREATED');
    expect(listed('CASE.CREATED')).toEqual([...Object.keys(fields as object), 'last_updated_datetime']);
    expect(listed('CASE.UPDATED')).toEqual(['status', 'last_updated_datetime']);
  });

  it('omits changedAttributes, and of a deleted item everything but its type and ids, if the dialect does', () => {
    const dialect = resolveDialect({ anyChangedAttributes: 'absent', deletedItem: 'type and ids only' });
    const detail = (type: EventType) => compose(exampleDomain, dialect, draft(type)).detail;
    expect(detail('RELATED_ITEM.UPDATED')).not.toHaveProperty('changedAttributes');
    expect(Object.keys(detail('RELATED_ITEM.DELETED').relatedItem ?? {})).toEqual([
      'relatedItemType',
      'relatedItemId',
      'caseId',
    ]);
    expect(detail('RELATED_ITEM.UPDATED').relatedItem).toHaveProperty('createdDateTime');
  });

  it('keeps only the id of a deleted case if the dialect does', () => {
    const event = compose(exampleDomain, resolveDialect({ deletedCase: 'caseId only' }), partsOf('CASE.DELETED'));
    expect(event.detail).toMatchObject({ case: { caseId: expect.any(String) } });
    expect(Object.keys((event.detail as { case: object }).case)).toEqual(['caseId']);
  });

  it('cuts the time of the envelope to the second', () => {
    expect(compose(exampleDomain, defaultDialect, { ...partsOf('CASE.CREATED'), sentAt: 1_999 }).time).toBe(
      '1970-01-01T00:00:01Z',
    );
  });
});
