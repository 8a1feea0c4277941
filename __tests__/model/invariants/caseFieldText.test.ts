import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { sample } from '../../../model/event/samples.ts';
import { caseFieldText } from '../../../model/invariants/caseFieldText.ts';
import { changed } from '../event/changed.ts';

describe('caseFieldText', () => {
  const event = sample('CASE.UPDATED', exampleDomain);

  it("is the text of a case's field", () => {
    expect(caseFieldText(event, 'status')).toBe('open');
  });

  it('is undefined without the field, without a text, or without fields', () => {
    expect(caseFieldText(event, 'toString')).toBeUndefined();
    expect(caseFieldText(event, exampleDomain.fields.refundAmount.id)).toBeUndefined();
    expect(caseFieldText(changed(event, 'detail.case.fields', undefined), 'status')).toBeUndefined();
    expect(caseFieldText(sample('RELATED_ITEM.CREATED', exampleDomain), 'status')).toBeUndefined();
  });
});
