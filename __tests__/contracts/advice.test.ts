import { snippetsOf, tableBelow, typeErrors } from '../helpers/document.ts';
import { inEmptyDirectories } from '../helpers/emptyDirectory.ts';

jest.setTimeout(120_000);
inEmptyDirectories();

const page = 'docs/your-domain.md';
const domainFile = snippetsOf(page).find(({ file }) => file === 'test/cases-domain.ts')?.text ?? '';

const head = `import { contractsFor, defineDomain, ignored, verify } from 'connect-cases-contracts';
import { domain } from './cases-domain';

const bare = defineDomain({ region: 'eu-central-1', accountId: '444455556666', domainId: '7d1f6a52' });
const others = { 'CASE.CREATED': ignored, 'CASE.DELETED': ignored, 'RELATED_ITEM.UPDATED': ignored } as const;
const cases = { ...others, 'RELATED_ITEM.CREATED': ignored, 'RELATED_ITEM.DELETED': ignored } as const;
const items = { ...others, 'CASE.UPDATED': ignored, 'RELATED_ITEM.DELETED': ignored } as const;
const contracts = contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['case.caseId'] }, { domain });
const contract = contracts.find(({ title }) => title === 'refunds handles CASE.UPDATED');
export const all = [bare, cases, items, contracts, contract, domain, verify];
`;
const comment = "'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored }";

/** Mistakes, with the output of `tsc` for each: the line in the page's table, and the rest of its message. */
const mistakes: readonly (readonly [code: string, line: string, ...told: string[]])[] = [
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['case.fields.refundAmount'] });",
    'without { domain } as the third argument, a table reads no field and no content of related items',
    `Type '"case.fields.refundAmount"' is not assignable`,
  ],
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['case.fields.refundAmount'] }, { domian: domain });",
    'without { domain } as the third argument, a table reads no field and no content of related items',
  ],
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['case.fields.refundAmount'] }, domain);",
    'without { domain } as the third argument, a table reads no field and no content of related items',
  ],
  [
    `contractsFor('refunds', { ...items, ${comment} });`,
    'without { domain } as the third argument, a table reads no field and no content of related items',
  ],
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['case.fields.colour'] }, { domain });",
    'fields must be in includedData',
    '"priority"',
    '"refundAmount"',
    '"status"',
  ],
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['case.fields.internalNote'] }, { domain });",
    'fields must be in includedData',
  ],
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['case.fields.refundAmout'] }, { domain });",
    'fields must be in includedData',
    `Did you mean '"case.fields.refundAmount"'?`,
  ],
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['case.fields.status'] }, { domain: bare });",
    'fields must be in includedData',
  ],
  [
    `contractsFor('refunds', { ...items, ${comment} }, { domain: bare });`,
    'content must be in includedData',
    `Type '"relatedItem.comment.body"' is not assignable`,
  ],
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['detail.case.caseId'] }, { domain });",
    'paths are relative to detail',
    `Type '"detail.case.caseId"' is not assignable`,
  ],
  [
    "contractsFor('refunds', { ...items, 'RELATED_ITEM.CREATED': ['relatedItem.comment.body'] }, { domain });",
    'content is read by item type, as in { Comment: [...], otherwise: ignored }',
  ],
  [
    "const row = ['case.caseId'];\ncontractsFor('refunds', { ...cases, 'CASE.UPDATED': row }, { domain });",
    'lists declared elsewhere need `as const`',
    "Type 'string' is not assignable",
  ],
  [
    "const shared = { ...cases, 'CASE.UPDATED': ['case.caseId'] };\ncontractsFor('refunds', shared, { domain });",
    'lists declared elsewhere need `as const`',
    "Type 'string' is not assignable",
  ],
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATE': ['case.caseId'] }, { domain });",
    "''CASE.UPDATE'' does not exist in type 'Table<",
  ],
  ["contractsFor('refunds', cases, { domain });", "Property ''CASE.UPDATED'' is missing"],
  [
    "contractsFor('refunds', { ...items, 'RELATED_ITEM.CREATED': { Comment: ignored } }, { domain });",
    "Property 'ignored' is missing",
  ],
  [
    "contractsFor('refunds', { ...cases, 'CASE.UPDATED': ['case.caseId'] }, { domian: domain });",
    "'domian' does not exist",
    "Did you mean to write 'domain'?",
  ],
  ['if (contract) void verify(contract, ({ detail }) => detail.case.caseId);', "'detail.case' is possibly 'undefined'"],
  [
    "void verify(contracts[1], ({ detail }) => detail.case.fields?.['9e8d7c6b']);",
    "Property '9e8d7c6b' does not exist on type",
  ],
  ['void verify(contract, () => undefined);', "'undefined' is not assignable to type 'Contract<"],
];

test('the message of tsc for each mistake says what to do, and is in the documentation', () => {
  const files = mistakes.map(([code], index): [string, string] => [`test/mistake${index}.ts`, `${head}${code}\n`]);
  const printed = typeErrors(new Map([['test/cases-domain.ts', domainFile], ...files]));
  const told = mistakes.map((_, index) => {
    const [, message = ''] = printed.split(`test/mistake${index}.ts(`);
    return message.split('\ntest/')[0] as string;
  });
  for (const [index, [code, ...words]] of mistakes.entries()) {
    const lastLine = told[index]?.trimEnd().split('\n').at(-1);
    for (const word of words) expect(`${code}\n${lastLine}`).toContain(word);
  }
  const lines = tableBelow(page, 'What tsc says').map(([line]) => line?.replaceAll('"', ''));
  expect(lines).toEqual([...new Set(mistakes.map(([, line]) => line.replaceAll('`', '').replaceAll('"', '')))]);
});
