import type { Contract } from '../../contracts/contract.ts';
import { contractsFor, requireContract } from '../../contracts/contractsFor.ts';
import { ignored } from '../../contracts/ignored.ts';
import { defineDomain } from '../../model/domain/domain.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { contentPaths } from '../../model/event/contentPaths.ts';
import { ignoringAll } from '../helpers/ignoringAll.ts';
import { refusal } from '../helpers/refusal.ts';

/** For a JavaScript user's table, which no compiler checks. */
function loosely(consumer: unknown, table: unknown, options?: unknown): readonly Contract[] {
  return (contractsFor as (...args: unknown[]) => readonly Contract[])(consumer, table, options);
}

function ofRow(row: Record<string, unknown>, domain: unknown = exampleDomain): readonly Contract[] {
  return loosely('refunds', { ...ignoringAll, ...row }, { domain });
}

describe('contractsFor', () => {
  const contracts = contractsFor(
    'refunds',
    {
      'CASE.CREATED': ['case.caseId', 'case.fields.status'],
      'CASE.UPDATED': ['changedFieldIds', 'case.fields.refundAmount', '$.time'],
      'CASE.DELETED': ['case.caseId'],
      'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], Sla: ignored, otherwise: ignored },
      'RELATED_ITEM.UPDATED': ['relatedItem.caseId'],
      'RELATED_ITEM.DELETED': ignored,
    },
    { domain: exampleDomain },
  );

  test('makes one contract for each row, item type and otherwise, with a title that says what it does', () => {
    expect(contracts.map(({ title }) => title)).toEqual([
      'refunds handles CASE.CREATED',
      'refunds handles CASE.UPDATED',
      'refunds handles CASE.DELETED',
      'refunds handles RELATED_ITEM.CREATED Comment',
      'refunds ignores RELATED_ITEM.CREATED Sla',
      'refunds ignores RELATED_ITEM.CREATED otherwise',
      'refunds handles RELATED_ITEM.UPDATED',
      'refunds ignores RELATED_ITEM.DELETED',
    ]);
  });

  test('turns names of fields into ids on the wire', () => {
    const updated = contracts[1] as Contract;
    expect(updated.reads.map(({ segments }) => segments)).toEqual([
      ['detail', 'changedFieldIds'],
      ['detail', 'case', 'fields', exampleDomain.fields.refundAmount.id],
      ['time'],
    ]);
  });

  test('plays the item types without a row for otherwise, and one unknown type', () => {
    expect(contracts.map(({ itemTypes }) => itemTypes)).toEqual([
      [],
      [],
      [],
      ['Comment'],
      ['Sla'],
      ['Contact', 'File', 'ConnectCase', 'Custom', 'Survey'],
      ['Comment', 'Custom', 'Survey'],
      ['Comment', 'Contact', 'File', 'Sla', 'ConnectCase', 'Custom', 'Survey'],
    ]);
    expect((contracts[6] as Contract).otherItemTypes).toEqual(['Contact', 'File', 'Sla', 'ConnectCase']);
  });

  test('returns frozen values', () => {
    expect(Object.isFrozen(contracts)).toBe(true);
    for (const contract of contracts)
      expect([contract, contract.reads, contract.table].every(Object.isFrozen)).toBe(true);
  });

  test('reads a field by its name, its system id or its raw id', () => {
    const { id } = exampleDomain.fields.goodwill;
    const [contract] = ofRow({ 'CASE.CREATED': ['case.fields.title', `case.fields.${id}`, 'case.fields'] });
    expect(contract?.reads.map(({ segments }) => segments.at(-1))).toEqual(['title', id, 'fields']);
  });

  test('gives every table a digest that changes only with consumer, table and domain', () => {
    const digests = [
      ofRow({}),
      ofRow({}),
      loosely('others', ignoringAll),
      ofRow({ 'CASE.CREATED': ['case.caseId'] }),
      ofRow({}, defineDomain({ region: 'eu-west-2', accountId: '123456789012', domainId: 'd' })),
    ].map(([contract]) => contract?.table.digest);
    expect(digests[0]).toBe(digests[1]);
    expect(new Set(digests).size).toBe(4);
    expect(digests[0]).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('contractsFor refuses', () => {
  test.each<[string, () => unknown, string]>([
    [
      'a misspelt path, with the nearest one',
      () => ofRow({ 'CASE.CREATED': ['case.caseid'] }),
      'the row "CASE.CREATED"[0] is "case.caseid". Did you mean "case.caseId"? Allowed: "changedFieldIds", "case.caseId"',
    ],
    ['', () => ofRow({ 'CASE.CREATED': ['case.caseid'] }), 'Did you mean "case.caseId"?'],
    [
      'a misspelt field',
      () => ofRow({ 'CASE.UPDATED': ['case.fields.refundAmont'] }),
      'Did you mean "case.fields.refundAmount"?',
    ],
    [
      'a field outside the included data',
      () => ofRow({ 'CASE.CREATED': ['case.fields.note'] }, partial),
      'The domain defines note but does not include it in its events: add "note" to includedData.fields (and to the event configuration in AWS).',
    ],
    [
      'a field in a domain without included data',
      () => ofRow({ 'CASE.CREATED': ['case.fields'] }, bare),
      'The domain includes no fields in its events: list them in includedData.fields.',
    ],
    [
      'a path beyond the field',
      () => ofRow({ 'CASE.CREATED': ['case.fields.title.value.stringValue'] }),
      'A field path stops at the field: write "case.fields.title".',
    ],
    [
      'content on a row of all item types',
      () => ofRow({ 'RELATED_ITEM.CREATED': ['relatedItem.comment.body'] }),
      'It exists only in events of type Comment: make the row a table, { Comment: ["relatedItem.comment.body"], otherwise: ignored }.',
    ],
    [
      'content of another item type',
      () => ofRow({ 'RELATED_ITEM.CREATED': { Sla: ['relatedItem.comment.body'], otherwise: ignored } }),
      'It belongs to the related item type Comment, not Sla.',
    ],
    [
      'content that the domain does not include',
      () => ofRow({ 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored } }, bare),
      'The domain does not include the content of related items: set includedData.relatedItemContent.',
    ],
    [
      'a path twice',
      () => ofRow({ 'CASE.CREATED': ['case.fields.goodwill', `case.fields.${exampleDomain.fields.goodwill.id}`] }),
      '"case.fields.goodwill" reads the same. Remove one of them.',
    ],
    ['a path that is not a text', () => ofRow({ 'CASE.CREATED': [1] }), 'the row "CASE.CREATED"[0] is 1; allowed: '],
    [
      'a row that is neither a list nor ignored',
      () => ofRow({ 'CASE.CREATED': 'case.caseId' }),
      'the row "CASE.CREATED" is "case.caseId"; allowed: a list of paths, or ignored. Write [\'case.caseId\'], in brackets.',
    ],
    [
      'a table of item types on a case row',
      () => ofRow({ 'CASE.CREATED': { otherwise: ignored } }),
      'the row "CASE.CREATED" is { otherwise: { ignored: true } }; allowed: a list of paths, or ignored. Only rows of related-item events may have item types.',
    ],
    [
      'a related item type that does not exist',
      () => ofRow({ 'RELATED_ITEM.CREATED': { Coment: ignored, otherwise: ignored } }),
      'a name in the row "RELATED_ITEM.CREATED" is "Coment"; allowed: related item types and otherwise: "Comment", "Contact", "File", "Sla", "ConnectCase", "Custom", "otherwise". Did you mean "Comment"?',
    ],
    [
      'a table of item types without otherwise',
      () => ofRow({ 'RELATED_ITEM.CREATED': { Comment: ignored } }),
      'Items of other types, and of types that AWS adds, reach the consumer too. Add otherwise: ignored if the handler reads nothing of them.',
    ],
    [
      'a missing row',
      () => loosely('refunds', { 'CASE.CREATED': ignored }),
      'the row "CASE.UPDATED" of the table is undefined; allowed: a list of paths, or ignored. A table needs a row for every event type, because every type can reach the consumer. Add \'CASE.UPDATED\': ignored if the handler reads nothing of these events.',
    ],
    [
      'an unknown event type',
      () => ofRow({ 'CASE.CLOSED': ignored }),
      'the row name in the table is "CASE.CLOSED"; allowed: "CASE.CREATED", "CASE.UPDATED", "CASE.DELETED", "RELATED_ITEM.CREATED", "RELATED_ITEM.UPDATED", "RELATED_ITEM.DELETED"',
    ],
    [
      'a field without a domain',
      () => loosely('refunds', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId', 'case.fields.status'] }),
      'options.domain is undefined; allowed: the domain whose events the consumer gets. The row "CASE.UPDATED" reads case.fields.status, and the domain decides which fields exist, under which ids. Write: contractsFor(consumer, table, { domain }), with the domain from defineDomain.',
    ],
    ...Object.entries(contentPaths).flatMap(([itemType, paths]) =>
      paths.map((path): [string, () => unknown, string] => [
        `${path} and no domain`,
        () =>
          loosely('refunds', { ...ignoringAll, 'RELATED_ITEM.UPDATED': { [itemType]: [path], otherwise: ignored } }),
        `options.domain is undefined; allowed: the domain whose events the consumer gets. The row "RELATED_ITEM.UPDATED".${itemType} reads ${path}, and the configuration of the domain decides whether events carry the content of related items. Write: contractsFor(consumer, table, { domain }), with the domain from defineDomain.`,
      ]),
    ),
    [
      'all fields without a domain',
      () => loosely('refunds', { ...ignoringAll, 'CASE.DELETED': ['case.fields'] }, {}),
      'The row "CASE.DELETED" reads case.fields, and',
    ],
    [
      'the domain in place of the options',
      () => loosely('refunds', ignoringAll, exampleDomain),
      'options is a domain; allowed: an object with "domain", "rule". Write { domain }, with braces, instead of the domain itself.',
    ],
    [
      'an empty row',
      () => ofRow({ 'CASE.DELETED': [] }),
      'the row "CASE.DELETED" is []; allowed: a list of at least one path, or ignored. A contract that reads nothing promises nothing. Write ignored if the handler reads nothing of these events.',
    ],
    [
      'a path from the root of the event',
      () => ofRow({ 'CASE.CREATED': ['detail.case.caseId'] }),
      'the row "CASE.CREATED"[0] is "detail.case.caseId". Paths are relative to detail: write "case.caseId". Allowed: "changedFieldIds"',
    ],
    [
      "a path in JavaScript's spelling",
      () => ofRow({ 'RELATED_ITEM.CREATED': ['$.detail.relatedItem.caseId'] }),
      'Paths are relative to detail: write "relatedItem.caseId".',
    ],
    [
      'a path of the envelope without its sign',
      () => ofRow({ 'CASE.CREATED': ['id'] }),
      'Paths of the envelope begin with $.: write "$.id".',
    ],
    ['an unknown option', () => loosely('refunds', ignoringAll, { domian: exampleDomain }), 'Did you mean "domain"?'],
    [
      'an invalid domain',
      () => ofRow({}, { region: 'moon' }),
      'region is "moon"; allowed: an AWS Region such as "us-east-1".',
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });

  test.each([
    '',
    ' ',
    '..',
    'a/b',
    'a\\b',
    '../x',
    'a..b',
    'a\nb',
    'a\u0000',
    '.hidden',
    '-h',
    'CON',
    'nul',
    'Lpt1.json',
    'CONIN$',
    'conout$.x',
    'COM¹',
    'lpt³.json',
    'CON .x',
    'aux  .tar.gz',
    'a\ud800b',
    'x'.repeat(101),
    '漢'.repeat(100),
  ])('the consumer name %j', (name) => {
    expect(() => loosely(name, ignoringAll)).toThrow(
      /^the consumer name is .*; allowed: a file name of 1 to 100 characters/,
    );
  });

  test.each([[undefined], [7], [ignoringAll]])('the consumer name %j, which is no text', (name) => {
    expect(() => loosely(name, ignoringAll)).toThrow(
      /^the consumer name is [^;]*; allowed: a text, as the first argument: contractsFor\('refunds', table, \{ domain \}\)\.$/,
    );
  });
});

test.each(['CONSOLE', 'com', 'COM10', 'COM⁴', 'auxiliary', 'nulls.x', 'con-in', 'lpt x'])(
  'the consumer name %j is accepted, because no device has it',
  (name) => {
    expect(loosely(name, ignoringAll)[0]?.consumer).toBe(name);
  },
);

const bare = defineDomain({ region: 'eu-west-2', accountId: '123456789012', domainId: 'd' });
const partial = defineDomain({
  region: 'eu-west-2',
  accountId: '123456789012',
  domainId: 'd',
  fields: { note: { id: 'n', type: 'Text' }, amount: { id: 'a', type: 'Number' } },
  includedData: { fields: ['amount'] },
});

test('requireContract refuses a text', () => {
  expect(() => requireContract('refunds handles CASE.CREATED')).toThrow(
    'contract is "refunds handles CASE.CREATED"; allowed: one of the contracts that contractsFor returns.',
  );
});

describe('requireContract', () => {
  const [contract] = contractsFor('refunds', ignoringAll);
  const { table } = contract;

  test.each<[string, unknown]>([
    ['a spread with another consumer', { ...contract, consumer: '../../escape' }],
    ['a spread with another digest', { ...contract, table: { ...table, digest: '../x' } }],
    ['a spread that changes nothing', { ...contract }],
    ['a structured clone', structuredClone({ ...contract, domain: {} })],
    ['a JSON copy', JSON.parse(JSON.stringify(contract))],
    ['an object that inherits from a contract', Object.create(contract)],
    ['a proxy', new Proxy(contract, {})],
    ['an object written by hand', { title: 'refunds handles CASE.CREATED', table: { digest: '../x', rows: [] } }],
  ])('refuses %s', (_, forged) => {
    expect(refusal(() => requireContract(forged))).toBe(
      'contract is a copy of a contract, or one made by hand; allowed: one of the contracts that contractsFor returns. A contract says where its part is written, so a copy is refused. Write: for (const contract of contracts) test(contract.title, () => verify(contract, handler)).',
    );
  });

  test('accepts a contract of another copy of the package, as after jest.resetModules', () => {
    const others: (typeof contractsFor)[] = [];
    jest.isolateModules(() => others.push(require('../../contracts/contractsFor.ts').contractsFor));
    const [other] = others as [typeof contractsFor];
    const [made] = other('refunds', ignoringAll);
    expect(other).not.toBe(contractsFor);
    expect(requireContract(made)).toBe(made);
  });
});

describe('the error for an almost correct row shows the right spelling:', () => {
  const withContent = exampleDomain;
  const withOne = defineDomain({
    region: 'eu-central-1',
    accountId: '444455556666',
    domainId: 'd',
    fields: { refundAmount: { id: '1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21', type: 'Number' } },
    includedData: { fields: ['refundAmount', 'status'] },
  });

  test.each<[string, Record<string, unknown>, unknown, string]>([
    [
      'ignored in quotes',
      { 'CASE.CREATED': 'ignored' },
      withOne,
      'the row "CASE.CREATED" is "ignored"; allowed: a list of paths, or ignored. Write ignored without quotes: import { ignored } from \'connect-cases-contracts\'.',
    ],
    [
      'ignored in quotes, for one item type',
      { 'RELATED_ITEM.CREATED': { Comment: 'ignored', otherwise: ignored } },
      withContent,
      "Write ignored without quotes: import { ignored } from 'connect-cases-contracts'.",
    ],
    [
      'ignored in quotes, for a row of related items',
      { 'RELATED_ITEM.CREATED': 'ignored' },
      withContent,
      "allowed: a list of paths, or ignored, or a table of related item types with otherwise. Write ignored without quotes: import { ignored } from 'connect-cases-contracts'.",
    ],
    [
      'ignored in quotes, in a list',
      { 'CASE.CREATED': ['ignored'] },
      withOne,
      'the row "CASE.CREATED"[0] is "ignored"; allowed: a path. Write ignored in place of the list, without brackets and quotes.',
    ],
    [
      'ignored in a list',
      { 'CASE.CREATED': [ignored] },
      withOne,
      'the row "CASE.CREATED"[0] is { ignored: true }; allowed: a path. Write ignored in place of the list, without brackets and quotes.',
    ],
    [
      'a path of one item type',
      { 'RELATED_ITEM.CREATED': { Comment: 'relatedItem.comment.body', otherwise: ignored } },
      withContent,
      "Write ['relatedItem.comment.body'], in brackets.",
    ],
    [
      'a path into the content of an item',
      { 'RELATED_ITEM.CREATED': { Comment: ['comment.body'], otherwise: ignored } },
      withContent,
      'Did you mean "relatedItem.comment.body"?',
    ],
    ['a path into a case', { 'CASE.CREATED': ['caseId'] }, withOne, 'Did you mean "case.caseId"?'],
    [
      'a field without its place in the event',
      { 'CASE.CREATED': ['fields.refundAmount'] },
      withOne,
      'Did you mean "case.fields.refundAmount"?',
    ],
    [
      'a field that the domain does not define',
      { 'CASE.CREATED': ['case.fields.priority'] },
      withOne,
      'The domain defines no field priority: add it to fields and to includedData.fields (and to the event configuration in AWS).',
    ],
    [
      'a system field that the domain does not include',
      { 'CASE.CREATED': ['case.fields.title'] },
      withOne,
      'The domain does not include title in its events: add "title" to includedData.fields (and to the event configuration in AWS)',
    ],
    [
      'a misspelt field',
      { 'CASE.CREATED': ['case.fields.refundAmout'] },
      withOne,
      'Did you mean "case.fields.refundAmount"?',
    ],
  ])('%s', (_, row, domain, says) => {
    expect(refusal(() => ofRow(row, domain))).toContain(says);
  });
});
