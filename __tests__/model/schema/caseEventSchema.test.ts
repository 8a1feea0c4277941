import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { makeCaseEventSchema } from '../../../model/schema/caseEventSchema.ts';
import { changed } from '../event/changed.ts';

describe('makeCaseEventSchema', () => {
  it.each(['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'] as const)('accepts %s and no other type', (type) => {
    const event = makeSample(type, exampleDomain);
    expect(makeCaseEventSchema(type).safeParse(event).success).toBe(true);
    const { error } = makeCaseEventSchema(type).safeParse(changed(event, 'detail.eventType', 'CASE.MERGED'));
    expect(error?.issues[0]?.message).toBe(`must be "${type}" [eventTypes]`);
  });

  it('never requires changedFieldIds, and requires templateId unless the case is deleted', () => {
    const without = (type: 'CASE.CREATED' | 'CASE.UPDATED' | 'CASE.DELETED', path: string) =>
      makeCaseEventSchema(type).safeParse(changed(makeSample(type, exampleDomain), path, undefined)).success;
    expect([
      without('CASE.CREATED', 'detail.changedFieldIds'),
      without('CASE.UPDATED', 'detail.changedFieldIds'),
    ]).toEqual([true, true]);
    expect([
      without('CASE.CREATED', 'detail.case.templateId'),
      without('CASE.DELETED', 'detail.case.templateId'),
    ]).toEqual([false, true]);
  });
});
