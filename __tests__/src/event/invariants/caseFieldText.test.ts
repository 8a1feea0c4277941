import { exampleDomain } from '../../../../src/event/exampleDomain.ts';
import { caseFieldText } from '../../../../src/event/invariants/caseFieldText.ts';
import { sample } from '../../../../src/event/samples.ts';
import { changed } from '../changed.ts';

describe('caseFieldText', () => {
  const event = sample('CASE.UPDATED', exampleDomain);

  it("is the text of a case's field", () => {
    expect(caseFieldText(event, 'status')).toBe('open');
  });

  it('is undefined where there is no such field, no text, or no fields', () => {
    expect(caseFieldText(event, 'toString')).toBeUndefined();
    expect(caseFieldText(event, exampleDomain.fields.refundAmount.id)).toBeUndefined();
    expect(caseFieldText(changed(event, 'detail.case.fields', undefined), 'status')).toBeUndefined();
    expect(caseFieldText(sample('RELATED_ITEM.CREATED', exampleDomain), 'status')).toBeUndefined();
  });
});
