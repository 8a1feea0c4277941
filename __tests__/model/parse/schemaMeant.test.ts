import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { sample } from '../../../model/event/samples.ts';
import { schemaMeant } from '../../../model/parse/schemaMeant.ts';
import { changed } from '../event/changed.ts';

describe('schemaMeant', () => {
  const commented = sample('RELATED_ITEM.CREATED', exampleDomain);

  it('follows the event type and the related item type', () => {
    const spelled = changed(commented, 'detail.relatedItem.relatedItemType', 'comment');
    expect(schemaMeant(spelled)).toBe(schemaMeant(commented));
    expect(schemaMeant(changed(commented, 'detail.eventType', 'CASE.RELATED_ITEM.CREATED'))).toBe(
      schemaMeant(commented),
    );
    expect(schemaMeant(changed(commented, 'detail.relatedItem.relatedItemType', 'File'))).not.toBe(
      schemaMeant(commented),
    );
    expect(schemaMeant(sample('CASE.CREATED', exampleDomain))).not.toBe(
      schemaMeant(sample('CASE.DELETED', exampleDomain)),
    );
  });

  it('requires the envelope and a known event type if the event type is unknown', () => {
    const { error } = schemaMeant({}).safeParse(changed(commented, 'detail', { eventType: 'CASE.MERGED' }));
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['detail.eventType', 'must be an event type of Cases [eventTypes]'],
    ]);
  });
});
