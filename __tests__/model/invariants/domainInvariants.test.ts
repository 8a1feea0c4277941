import { defineDomain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { sample } from '../../../model/event/samples.ts';
import { domainInvariants } from '../../../model/invariants/domainInvariants.ts';
import { changed } from '../event/changed.ts';

const domain = defineDomain({
  region: 'us-east-1',
  accountId: '111122223333',
  domainId: 'd',
  fields: { refund: { id: 'f-1', type: 'Number' }, note: { id: 'f-2', type: 'Text' } },
  includedData: { fields: ['status', 'refund'] },
});
const updated = sample('CASE.UPDATED', domain);

function violations(event: CasesEvent) {
  return domainInvariants(domain).flatMap((invariant) => invariant.violations(event));
}

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
    const [broken] = domainInvariants(bare).flatMap((invariant) => invariant.violations(updated));
    expect(broken).toEqual({
      segments: ['detail', 'case', 'fields'],
      received: '2 fields',
      allowed: "nothing: the domain's includedData lists no fields",
    });
  });

  it('carry no content of related items if the domain includes none', () => {
    const commented = sample('RELATED_ITEM.CREATED', domain);
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
    expect(
      violations(sample('CASE.DELETED', exampleDomain))
        .map(({ segments }) => segments)
        .slice(0, 1),
    ).toEqual([['resources', 0]]);
    expect(violations(changed(updated, 'account', '1')).map(({ segments }) => segments)).toEqual([['account']]);
    expect(violations(changed(updated, 'region', 'x')).map(({ segments }) => segments)).toEqual([['region']]);
  });
});
