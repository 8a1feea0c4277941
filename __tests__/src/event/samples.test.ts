import { readFileSync } from 'node:fs';
import { defaultDialect, resolveDialect } from '../../../src/event/dialect.ts';
import { defineDomain } from '../../../src/event/domain.ts';
import { exampleDomain } from '../../../src/event/exampleDomain.ts';
import { customItemFields, sample, sampleIds, sampleParts } from '../../../src/event/samples.ts';

const domain = defineDomain({
  region: 'us-east-1',
  accountId: '111122223333',
  domainId: 'dad5efb6-8485-4a55-8241-98a88f0a1b2c',
  fields: { complaint: { id: 'custom-field-uuid-1', type: 'Text' } },
  includedData: { fields: ['status', 'case_reason', 'complaint'], relatedItemContent: true },
});

describe('sample', () => {
  const [ofCase, ofRelatedItem] = payloadsOfThePage();

  it("is AWS's example of a case event", () => {
    expect(sample('CASE.UPDATED', domain)).toEqual(ofCase);
  });

  it("is AWS's example of a related-item event", () => {
    expect(sample('RELATED_ITEM.CREATED', domain, { itemType: 'Comment' })).toEqual(ofRelatedItem);
  });

  it('writes its properties in the order of the page', () => {
    expect(JSON.stringify(sample('CASE.UPDATED', domain))).toBe(JSON.stringify(ofCase));
  });

  it('is a new object every time', () => {
    expect(sample('CASE.DELETED', domain)).not.toBe(sample('CASE.DELETED', domain));
  });

  it('carries metadata only when the domain includes nothing', () => {
    const bare = defineDomain({ region: 'us-east-1', accountId: '111122223333', domainId: 'd' });
    const { detail } = sample('CASE.CREATED', bare) as { detail: { case: object } };
    expect(Object.keys(detail.case)).toEqual(['caseId', 'templateId', 'createdDateTime']);
    const item = sample('RELATED_ITEM.CREATED', bare, { itemType: 'File' }) as { detail: { relatedItem: object } };
    expect(item.detail.relatedItem).not.toHaveProperty('file');
  });

  it('has one value for every included field, in the member of its type', () => {
    const { detail } = sample('CASE.CREATED', exampleDomain) as { detail: { case: { fields: object } } };
    const members = Object.values(detail.case.fields).map(({ value }) => Object.keys(value));
    expect(members.flat()).toEqual([
      ...['stringValue', 'stringValue', 'stringValue', 'stringValue', 'stringValue'],
      ...['doubleValue', 'booleanValue', 'stringValue', 'stringValue', 'stringValue', 'userArnValue'],
    ]);
  });

  it('gives an item type of tomorrow a content of its own', () => {
    expect(sample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'Survey' })).toMatchObject({
      detail: { changedAttributes: ['survey.score'], relatedItem: { relatedItemType: 'Survey', survey: { score: 5 } } },
    });
  });
});

describe('sampleParts', () => {
  it("takes the domain's first template", () => {
    const withTemplate = defineDomain({
      region: 'us-east-1',
      accountId: '111122223333',
      domainId: 'd',
      templates: ['t1'],
    });
    expect(sampleParts('CASE.CREATED', withTemplate, 'Comment', defaultDialect).templateId).toBe('t1');
    expect(sampleParts('CASE.CREATED', domain, 'Comment', defaultDialect).templateId).toBe(sampleIds.template);
  });

  it('writes User fields as the dialect says', () => {
    const { fields } = sampleParts(
      'CASE.CREATED',
      exampleDomain,
      'Comment',
      resolveDialect({ userField: 'stringValue' }),
    );
    expect(fields?.[exampleDomain.fields.approver.id]?.value).toHaveProperty('stringValue');
  });
});

describe('customItemFields', () => {
  it("are the domain's first two custom fields, or one that it could have", () => {
    expect(customItemFields(exampleDomain).map(({ name }) => name)).toEqual(['feedback', 'refundAmount']);
    expect(customItemFields(defineDomain({ region: 'us-east-1', accountId: '111122223333', domainId: 'd' }))).toEqual([
      { name: 'note', id: sampleIds.contact, type: 'Text' },
    ]);
  });
});

/** The two payloads of AWS's page: without its comments and its trailing comma, its placeholders filled in. */
function payloadsOfThePage(): unknown[] {
  const page = readFileSync(`${__dirname}/../../good/aws-events-page.txt`, 'utf8');
  const json = comments.reduce((text, comment) => text.replace(comment, ''), page).replaceAll(/,(?= \})/g, '');
  const filled = placeholders.reduce((text, [placeholder, value]) => text.replaceAll(placeholder, value), json);
  return filled
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as unknown);
}

// The stored page has each payload on one line, so the end of a comment shows only in its words.
const comments: readonly RegExp[] = [
  /\/\/ Given the limits .*? (?=\{)/g,
  /\/\/\(or .*?\) (?=")/g,
  /\/\/ Can be used for ordering /g,
  /\/\/ This section contains only .*? is applied\. /g,
  /\/\/ \(OR Contact\) /g,
  /\/\/ This section includes any .*? configuration\. /g,
  /\/\/ if the related item was .*\/\/ \} (?=\} \} \})/g,
];

const placeholders: readonly (readonly [string, string])[] = [
  // AWS's mistake: the slot of the account holds the Region.
  ['iam::your Amazon Connect AWS Region:', `iam::${domain.accountId}:`],
  ['your Amazon Connect AWS Region', domain.region],
  ['The AWS Region of your Amazon Connect instance', domain.region],
  ['your AWS account ID', domain.accountId],
  ['case domain ID', domain.domainId],
  ['connect instance ID', sampleIds.instance],
  ['connect user ID', sampleIds.user],
  ['role name', 'CasesAgentRole'],
  ['case id that this related item is a sub-resource of', sampleIds.case],
  ['related-item ID', sampleIds.relatedItem],
  ['template ID', sampleIds.template],
  ['case ID', sampleIds.case],
  ['event ID', sampleIds.event],
];
