import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { chooseSchema } from '../../../model/parse/chooseSchema.ts';
import { changed } from '../event/changed.ts';

describe('chooseSchema', () => {
  const commented = makeSample('RELATED_ITEM.CREATED', exampleDomain);

  it('follows the event type and the related item type', () => {
    const spelled = changed(commented, 'detail.relatedItem.relatedItemType', 'comment');
    expect(chooseSchema(spelled)).toBe(chooseSchema(commented));
    expect(chooseSchema(changed(commented, 'detail.eventType', 'CASE.RELATED_ITEM.CREATED'))).toBe(
      chooseSchema(commented),
    );
    expect(chooseSchema(changed(commented, 'detail.relatedItem.relatedItemType', 'File'))).not.toBe(
      chooseSchema(commented),
    );
    expect(chooseSchema(makeSample('CASE.CREATED', exampleDomain))).not.toBe(
      chooseSchema(makeSample('CASE.DELETED', exampleDomain)),
    );
  });

  it('requires the envelope and a known event type if the event type is unknown', () => {
    const { error } = chooseSchema({}).safeParse(changed(commented, 'detail', { eventType: 'CASE.MERGED' }));
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['detail.eventType', 'must be an event type of Cases [eventTypes]'],
    ]);
  });
});
