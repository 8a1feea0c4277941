import { type Domain, defineDomain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { type Dialect, resolveDialect } from '../../../model/event/dialect.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { listDomainInvariants } from '../../../model/invariants/listDomainInvariants.ts';
import { makeDomainArn } from '../../../model/values/arns.ts';
import { changed } from '../event/changed.ts';

const domain = defineDomain({
  region: 'us-east-1',
  accountId: '111122223333',
  domainId: 'd',
  fields: { refund: { id: 'f-1', type: 'Number' }, note: { id: 'f-2', type: 'Text' } },
  includedData: { fields: ['status', 'refund'] },
});
const updated = makeSample('CASE.UPDATED', domain);

function violations(event: CasesEvent) {
  return listDomainInvariants(domain).flatMap((invariant) => invariant.violations(event));
}

test('the invariants of a domain have their names and facts', () => {
  expect(listDomainInvariants(domain, resolveDialect()).map(({ name, fact }) => [name, fact])).toEqual([
    ['the account is that of the domain', 'oneAccount'],
    ['the Region is that of the domain', 'oneAccount'],
    ['resources[0] is the domain', 'resources'],
    ['only included fields appear', 'onlyConfigured'],
    ['content of related items appears only where it is included', 'relatedItemContent'],
    ['content that is included is there', 'includedContent'],
  ]);
});

describe('the events of a domain', () => {
  it('carry the included fields, and unknown fields', () => {
    expect(violations(updated)).toEqual([]);
    expect(violations(changed(updated, 'detail.case.fields.new', { value: { stringValue: '' } }))).toEqual([]);
  });

  it.each(['f-2', 'title'])('do not carry %s, which the domain does not include', (id) => {
    const allowed = "nothing: the domain's includedData does not list this field";
    expect(violations(changed(updated, `detail.case.fields.${id}`, { value: { stringValue: '' } }))).toEqual([
      { segments: ['detail', 'case', 'fields', id], received: 'a value', allowed },
    ]);
  });

  it('carry no fields if the domain includes none', () => {
    const bare = defineDomain({ region: 'us-east-1', accountId: '111122223333', domainId: 'd' });
    const [broken] = listDomainInvariants(bare).flatMap((invariant) => invariant.violations(updated));
    expect(broken).toEqual({
      segments: ['detail', 'case', 'fields'],
      received: '2 fields',
      allowed: "nothing: the domain's includedData lists no fields",
    });
    const withoutFields = makeSample('CASE.UPDATED', bare);
    expect(listDomainInvariants(bare).flatMap((invariant) => invariant.violations(withoutFields))).toEqual([]);
  });

  it('carry no content of related items if the domain includes none', () => {
    const commented = makeSample('RELATED_ITEM.CREATED', domain);
    expect(violations(commented)).toEqual([]);
    expect(violations(changed(commented, 'detail.relatedItem.comment', { body: 'x' }))).toEqual([
      {
        segments: ['detail', 'relatedItem', 'comment'],
        received: 'an object with "body"',
        allowed: "nothing: the domain's includedData leaves the content of related items out",
      },
    ]);
  });

  it('have its account and Region, and name it', () => {
    expect(violations(changed(updated, 'resources.0', makeDomainArn({ ...domain, domainId: 'e' })))).toEqual([
      {
        segments: ['resources', 0],
        received: 'a text of 45 characters',
        allowed: 'the ARN of the domain, "arn:aws:cases:us-east-1:111122223333:domain/d"',
      },
    ]);
    expect(violations(changed(updated, 'account', '1'))).toEqual([
      { segments: ['account'], received: 'a text of 1 character', allowed: '"111122223333", as in the domain' },
    ]);
    expect(violations(changed(updated, 'region', 'x'))).toEqual([
      { segments: ['region'], received: 'a text of 1 character', allowed: '"us-east-1", as in the domain' },
    ]);
  });

  it('carry the content that it includes, if the dialect says so', () => {
    const missing = (of: Domain, event: CasesEvent, readings?: Partial<Dialect>) =>
      listDomainInvariants(of, readings && resolveDialect(readings)).flatMap((invariant) =>
        invariant.violations(event),
      );
    const commented = makeSample('RELATED_ITEM.CREATED', exampleDomain);
    const without = changed(commented, 'detail.relatedItem.comment', undefined);
    expect(missing(exampleDomain, without, {})).toEqual([
      {
        segments: ['detail', 'relatedItem', 'comment'],
        received: 'missing',
        allowed: 'the content, which the domain includes',
      },
    ]);
    expect(missing(exampleDomain, without)).toEqual([]);
    expect(missing(exampleDomain, without, { itemContent: 'absent' })).toEqual([]);
    expect(missing(domain, makeSample('RELATED_ITEM.CREATED', domain), {})).toEqual([]);
    expect(missing(exampleDomain, makeSample('CASE.UPDATED', exampleDomain), {})).toEqual([]);
    // The content of an unknown type has an unknown key.
    expect(missing(exampleDomain, changed(without, 'detail.relatedItem.survey', {}), {})).toEqual([]);
  });
});
