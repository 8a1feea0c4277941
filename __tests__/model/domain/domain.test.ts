import { defineDomain, listCustomFields, listIncludedFields, requireDomain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';

const place = { region: 'us-east-1', accountId: '111122223333', domainId: 'd' } as const;

function refusal(definition: object): string {
  try {
    defineDomain(definition as never);
  } catch (error) {
    if (error instanceof InvalidArgumentError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('defineDomain', () => {
  it('keeps literal types, so that fields complete under their own names', () => {
    const domain = defineDomain({
      ...place,
      fields: { refund: { id: 'f-1', type: 'Number' } },
      includedData: { fields: ['refund', 'status'] },
    });
    const id: 'f-1' = domain.fields.refund.id;
    const included: readonly ('refund' | 'status')[] = domain.includedData.fields;
    const content: false = domain.includedData.relatedItemContent;
    expect([id, included, content]).toEqual(['f-1', ['refund', 'status'], false]);
  });

  it('includes nothing by default', () => {
    expect(defineDomain(place)).toEqual({
      ...place,
      fields: {},
      templates: [],
      includedData: { fields: [], relatedItemContent: false },
    });
  });

  it('is a frozen copy', () => {
    const fields = { refund: { id: 'f-1', type: 'Number' as const } };
    const domain = defineDomain({ ...place, fields });
    fields.refund.id = 'other';
    expect(domain.fields.refund.id).toBe('f-1');
    expect(Object.isFrozen(domain.fields.refund)).toBe(true);
  });

  it.each([
    [{ ...place, region: 'Virginia' }, 'region is "Virginia"; allowed: an AWS Region such as "us-east-1".'],
    [{ ...place, accountId: '1234' }, 'accountId is "1234"; allowed: the 12 digits of an AWS account.'],
    [
      { ...place, accountId: 444455556666 as never },
      'accountId is 444455556666; allowed: the 12 digits of an AWS account. Write it in quotes: a number loses the zeros at its beginning.',
    ],
    [
      { ...place, fields: new Map([['status', {}]]) as never },
      "fields is Map(1) { 'status' => {} }; allowed: an object of { id, type, options? } by name.",
    ],
    [
      { ...place, domainId: 'a/b' },
      'domainId is "a/b"; allowed: a domain id without blanks, "/", ":", "*", "?", control characters and lone surrogates, because it stands in ARNs.',
    ],
    [
      { ...place, domainId: 'arn:aws:cases:us-east-1:111122223333:domain/d-1' },
      'allowed: the id at the end of the ARN of the domain. Write domainId: "d-1".',
    ],
    [
      { ...place, region: 'cn-north-1' },
      'region is "cn-north-1"; allowed: a Region of the partition aws. Amazon Connect Cases exists in that partition only, not in China, GovCloud or isolated Regions.',
    ],
    [{ ...place, region: 'us-gov-west-1' }, 'region is "us-gov-west-1"; allowed: a Region of the partition aws.'],
    [{ ...place, fields: { a: { id: 'a\ud800', type: 'Text' } } }, 'without lone surrogates'],
    [{ ...place, fields: { a: { id: 'pact:x', type: 'Text' } } }, 'a name that begins with pact:'],
    [
      { ...place, domainId: 'd'.repeat(500) },
      `domainId is "${'d'.repeat(77)}…"; allowed: at most 364 characters, so that the ARNs of its related items have at most 500.`,
    ],
    [
      { ...place, field: {} },
      'the option name in the domain is "field"; allowed: "region", "accountId", "domainId", "fields", "templates", "includedData". Did you mean "fields"?',
    ],
    [{ ...place, fields: [] }, 'fields is []; allowed: an object of { id, type, options? } by name.'],
    [
      { ...place, fields: { 'my-field': { id: 'x', type: 'Text' } } },
      'a name in fields is "my-field"; allowed: identifiers such as "refundAmount".',
    ],
    [
      { ...place, fields: { status: { id: 'x', type: 'Text' } } },
      'a name in fields is "status"; allowed: a name that is not a system field id. System fields need no definition. Leave it out of fields, and list "status" in includedData.fields.',
    ],
    [
      { ...place, fields: { a: { id: 'status', type: 'Text' } } },
      'fields.a.id is "status"; allowed: the id of a custom field, 1 to 500 characters without lone surrogates; not a system field id, __proto__ or a name that begins with pact:.',
    ],
    [
      { ...place, fields: { a: { id: 'x', type: 'Money' } } },
      'fields.a.type is "Money"; allowed: "Text", "Number", "Boolean", "DateTime", "SingleSelect", "Url", "User".',
    ],
    [
      { ...place, fields: { a: { id: 'x', type: 'Text' }, b: { id: 'x', type: 'Text' } } },
      'fields.b.id is "x"; allowed: a different id for each field. fields.a has the same id. Copy each id from ListFields.',
    ],
    [
      { ...place, fields: { a: { id: 'x', type: 'Text', options: ['o'] } } },
      "fields.a.options is [ 'o' ]; allowed: nothing for a field of type Text; only SingleSelect has options.",
    ],
    [
      { ...place, fields: { a: { id: 'x', type: 'SingleSelect', options: ['b', 'a', 'c', 'a'] } } },
      'fields.a.options[3] is "a"; allowed: a different value for each option. fields.a.options[1] has the same value. Copy each value from ListFieldOptions.',
    ],
    [
      { ...place, fields: { a: { id: 'x', type: 'SingleSelect', options: [' '] } } },
      "fields.a.options is [ ' ' ]; allowed: 1 to 500 option values of 1 to 100 characters without lone surrogates, not blank.",
    ],
    [
      { ...place, fields: { a: { id: 'x', type: 'SingleSelect', options: ['low', 'a\ud800'] } } },
      'allowed: 1 to 500 option values of 1 to 100 characters without lone surrogates, not blank.',
    ],
    [{ ...place, templates: ['\udc00t'] }, 'allowed: template ids of 1 to 500 characters without lone surrogates.'],
    [
      { ...place, templates: [''] },
      "templates is [ '' ]; allowed: template ids of 1 to 500 characters without lone surrogates.",
    ],
    [
      {
        ...place,
        fields: { refundAmount: { id: 'r-1', type: 'Number' } },
        includedData: { fields: ['r-1'] },
      },
      'includedData.fields[0] is "r-1"; allowed: names of fields. It is the id of refundAmount. Write its name, "refundAmount".',
    ],
    [{ ...place, includedData: { fields: ['statu'] } }, 'includedData.fields[0] is "statu"; allowed: "case_id"'],
    [
      { ...place, includedData: { fields: ['title', 'title'] } },
      "includedData.fields is [ 'title', 'title' ]; allowed: up to 400 different names of fields.",
    ],
    [
      { ...place, includedData: { relatedItemContent: 'yes' } },
      'includedData.relatedItemContent is "yes"; allowed: true or false.',
    ],
    [null, 'the domain is null; allowed: an object with'],
  ])('refuses %j', (definition, message) => {
    expect(refusal(definition as object)).toContain(message);
  });
});

describe('requireDomain', () => {
  it('returns a defined domain itself, and checks everything else', () => {
    expect(requireDomain(exampleDomain)).toBe(exampleDomain);
    expect(requireDomain(structuredClone(exampleDomain))).toEqual(exampleDomain);
    expect(() => requireDomain({ ...exampleDomain, region: 'Mars' })).toThrow('region is "Mars"');
  });
});

describe('the fields of a domain', () => {
  it('keep their order and their system form if included', () => {
    const domain = defineDomain({
      ...place,
      fields: { a: { id: 'x', type: 'Text' }, b: { id: 'y', type: 'Url' } },
      includedData: { fields: ['case_id', 'b'] },
    });
    expect(listIncludedFields(domain)).toEqual([
      { name: 'case_id', id: 'case_id', type: 'Text', form: 'caseId' },
      { name: 'b', id: 'y', type: 'Url' },
    ]);
    expect(listCustomFields(domain).map(({ id }) => id)).toEqual(['x', 'y']);
  });
});
