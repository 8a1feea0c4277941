import { defineDomain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { listCustomItemFields, makeSample, makeSampleDraft, sampleIds } from '../../../model/event/samples.ts';
import { payloadsOfThePage } from './payloadsOfThePage.ts';

const domain = defineDomain({
  region: 'us-east-1',
  accountId: '111122223333',
  domainId: 'dad5efb6-8485-4a55-8241-98a88f0a1b2c',
  fields: { complaint: { id: 'custom-field-uuid-1', type: 'Text' } },
  includedData: { fields: ['status', 'case_reason', 'complaint'], relatedItemContent: true },
});

describe('makeSample', () => {
  const [ofCase, ofRelatedItem] = payloadsOfThePage(domain);

  it("is AWS's example of a case event", () => {
    expect(makeSample('CASE.UPDATED', domain)).toEqual(ofCase);
  });

  it("is AWS's example of a related-item event", () => {
    expect(makeSample('RELATED_ITEM.CREATED', domain, { itemType: 'Comment' })).toEqual(ofRelatedItem);
  });

  it('writes its properties in the order of the page', () => {
    expect(JSON.stringify(makeSample('CASE.UPDATED', domain))).toBe(JSON.stringify(ofCase));
  });

  it('is a new object every time', () => {
    expect(makeSample('CASE.DELETED', domain)).not.toBe(makeSample('CASE.DELETED', domain));
  });

  it('carries metadata only if the domain includes nothing', () => {
    const bare = defineDomain({ region: 'us-east-1', accountId: '111122223333', domainId: 'd' });
    const { detail } = makeSample('CASE.CREATED', bare) as { detail: { case: object } };
    expect(Object.keys(detail.case)).toEqual(['caseId', 'templateId', 'createdDateTime']);
    const item = makeSample('RELATED_ITEM.CREATED', bare, { itemType: 'File' }) as { detail: { relatedItem: object } };
    expect(item.detail.relatedItem).not.toHaveProperty('file');
  });

  it('has one value for every included field, in the member of its type', () => {
    const { detail } = makeSample('CASE.CREATED', exampleDomain) as { detail: { case: { fields: object } } };
    const members = Object.values(detail.case.fields).map(({ value }) => Object.keys(value));
    expect(members.flat()).toEqual([
      ...['stringValue', 'stringValue', 'stringValue', 'stringValue', 'stringValue'],
      ...['doubleValue', 'booleanValue', 'stringValue', 'stringValue', 'stringValue', 'userArnValue'],
    ]);
  });

  it('gives an unknown item type its own content', () => {
    expect(makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'Survey' })).toMatchObject({
      detail: { changedAttributes: ['survey.score'], relatedItem: { relatedItemType: 'Survey', survey: { score: 5 } } },
    });
  });
});

describe('makeSampleDraft', () => {
  it("takes the domain's first template", () => {
    const withTemplate = defineDomain({
      region: 'us-east-1',
      accountId: '111122223333',
      domainId: 'd',
      templates: ['t1'],
    });
    expect(makeSampleDraft({ type: 'CASE.CREATED' }, withTemplate, defaultDialect).templateId).toBe('t1');
    expect(makeSampleDraft({ type: 'CASE.CREATED' }, domain, defaultDialect).templateId).toBe(sampleIds.template);
  });

  it('writes User fields in the dialect', () => {
    const { fields } = makeSampleDraft(
      { type: 'CASE.CREATED' },
      exampleDomain,
      resolveDialect({ userField: 'stringValue' }),
    );
    expect(fields?.[exampleDomain.fields.approver.id]?.value).toHaveProperty('stringValue');
  });
});

describe('listCustomItemFields', () => {
  it("are the domain's first two custom fields, or one invented field", () => {
    expect(listCustomItemFields(exampleDomain).map(({ name }) => name)).toEqual(['feedback', 'refundAmount']);
    expect(
      listCustomItemFields(defineDomain({ region: 'us-east-1', accountId: '111122223333', domainId: 'd' })),
    ).toEqual([{ name: 'note', id: sampleIds.contact, type: 'Text' }]);
  });
});
