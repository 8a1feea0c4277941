import { contractsFor } from '../../contracts/contractsFor.ts';
import { ignored } from '../../contracts/ignored.ts';
import { defineDomain } from '../../model/domain/domain.ts';

// What the compiler checks: `tsc` fails on an `@ts-expect-error` before a line without an error. Nothing here is
// called.

const domain = defineDomain({
  region: 'eu-west-2',
  accountId: '123456789012',
  domainId: 'd',
  fields: {
    refundAmount: { id: '0b5e7a52-0a2c-4b2e-9d0e-4c4ac6a4b1d7', type: 'Number' },
    note: { id: 'n', type: 'Text' },
  },
  includedData: { fields: ['refundAmount', 'status'], relatedItemContent: true },
});
const bare = defineDomain({ region: 'eu-west-2', accountId: '123456789012', domainId: 'd' });

const rest = {
  'CASE.UPDATED': ignored,
  'CASE.DELETED': ignored,
  'RELATED_ITEM.CREATED': ignored,
  'RELATED_ITEM.UPDATED': ignored,
  'RELATED_ITEM.DELETED': ignored,
} as const;

function accepted(): void {
  contractsFor(
    'x',
    { ...rest, 'CASE.CREATED': ['case.fields.refundAmount', 'case.fields.status', 'case.fields'] },
    { domain },
  );
  contractsFor('x', { ...rest, 'CASE.CREATED': ['case.fields.0b5e7a52-0a2c-4b2e-9d0e-4c4ac6a4b1d7'] }, { domain });
  contractsFor(
    'x',
    { ...rest, 'CASE.CREATED': ['case.caseId', '$.id', 'performedBy.user.customEntity'] },
    { domain: bare },
  );
  contractsFor('x', { ...rest, 'CASE.CREATED': ['case.caseId'] });
  const table = { Comment: ['relatedItem.comment.body'], Custom: ignored, otherwise: ['relatedItem.caseId'] } as const;
  contractsFor('x', { ...rest, 'CASE.CREATED': ignored, 'RELATED_ITEM.CREATED': table }, { domain });
}

function refused(): void {
  // @ts-expect-error a field without a domain
  contractsFor('x', { ...rest, 'CASE.CREATED': ['case.fields.status'] });
  const comments = { Comment: ['relatedItem.comment.body'], otherwise: ignored } as const;
  // @ts-expect-error content without a domain
  contractsFor('x', { ...rest, 'CASE.CREATED': ignored, 'RELATED_ITEM.CREATED': comments });
  // @ts-expect-error a misspelt path
  contractsFor('x', { ...rest, 'CASE.CREATED': ['case.caseid'] }, { domain });
  // @ts-expect-error a misspelt field
  contractsFor('x', { ...rest, 'CASE.CREATED': ['case.fields.refundAmont'] }, { domain });
  // @ts-expect-error a field that the domain defines but does not include
  contractsFor('x', { ...rest, 'CASE.CREATED': ['case.fields.note'] }, { domain });
  // @ts-expect-error a system field that the domain does not include
  contractsFor('x', { ...rest, 'CASE.CREATED': ['case.fields.title'] }, { domain });
  // @ts-expect-error any field of a domain without included fields
  contractsFor('x', { ...rest, 'CASE.CREATED': ['case.fields'] }, { domain: bare });
  // @ts-expect-error a path beyond the field
  contractsFor('x', { ...rest, 'CASE.CREATED': ['case.fields.status.value'] }, { domain });
  // @ts-expect-error a missing row
  contractsFor('x', rest, { domain });
  const created = { ...rest, 'CASE.CREATED': ignored } as const;
  // @ts-expect-error content on a row of all item types
  contractsFor('x', { ...created, 'RELATED_ITEM.CREATED': ['relatedItem.comment.body'] }, { domain });
  // @ts-expect-error a path of case events on a related-item row
  contractsFor('x', { ...created, 'RELATED_ITEM.CREATED': ['case.caseId'] }, { domain });
  const noOtherwise = { Comment: ignored };
  // @ts-expect-error a table of item types without otherwise
  contractsFor('x', { ...created, 'RELATED_ITEM.CREATED': noOtherwise }, { domain });
  contractsFor(
    'x',
    // @ts-expect-error content that the domain does not include
    { ...rest, 'CASE.CREATED': ignored, 'RELATED_ITEM.CREATED': { Sla: ['relatedItem.sla'], otherwise: ignored } },
    { domain: bare },
  );
  contractsFor(
    'x',
    // @ts-expect-error an item type that does not exist
    { ...rest, 'CASE.CREATED': ignored, 'RELATED_ITEM.CREATED': { Coment: ignored, otherwise: ignored } },
    { domain },
  );
  // @ts-expect-error an event type that does not exist
  contractsFor('x', { ...rest, 'CASE.CREATED': ignored, 'CASE.CLOSED': ignored }, { domain });
}

test('the compiler accepts and refuses the tables above', () => {
  expect([accepted, refused].map((held) => typeof held)).toEqual(['function', 'function']);
});

test('a name in includedData must be a defined field', () => {
  const place = { region: 'eu-west-2', accountId: '123456789012', domainId: 'd' } as const;
  const define = (): unknown =>
    // @ts-expect-error not the name of a field
    defineDomain({ ...place, fields: { note: { id: 'n', type: 'Text' } }, includedData: { fields: ['not'] } });
  expect(define).toThrow('includedData.fields[0] is "not"; allowed: "note", ');
});
