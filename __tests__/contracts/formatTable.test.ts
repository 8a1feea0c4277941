import { contractsFor } from '../../contracts/contractsFor.ts';
import { formatTable, listTableWords } from '../../contracts/formatTable.ts';
import { ignored } from '../../contracts/ignored.ts';
import type { Table } from '../../contracts/table.ts';
import { undelivered } from '../../contracts/undelivered.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { ignoringAll } from '../helpers/ignoringAll.ts';

const table = {
  ...ignoringAll,
  'CASE.CREATED': undelivered,
  'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'],
  'RELATED_ITEM.CREATED': {
    Comment: ['relatedItem.relatedItemId', 'relatedItem.comment.body', 'performedBy.user.userArn', '$.time', '$.id'],
    Sla: undelivered,
    otherwise: ignored,
  },
} as unknown as Table;

test('a table is written as a test writes it, and no line is too long', () => {
  expect(formatTable(table)).toBe(`{
  'CASE.CREATED': undelivered,
  'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'],
  'CASE.DELETED': ignored,
  'RELATED_ITEM.CREATED': {
    Comment: [
      'relatedItem.relatedItemId',
      'relatedItem.comment.body',
      'performedBy.user.userArn',
      '$.time',
      '$.id',
    ],
    Sla: undelivered,
    otherwise: ignored,
  },
  'RELATED_ITEM.UPDATED': ignored,
  'RELATED_ITEM.DELETED': ignored,
}`);
});

test('later lines begin with the indent', () => {
  const [first, ...lines] = formatTable(ignoringAll as Table, '    ').split('\n');
  expect(first).toBe('{');
  expect(lines.at(-1)).toBe('    }');
  expect(lines[0]).toBe("      'CASE.CREATED': ignored,");
});

test('the words that a test must import are listed', () => {
  expect(listTableWords(table)).toEqual(['ignored', 'undelivered']);
  expect(listTableWords(ignoringAll as Table)).toEqual(['ignored']);
});

test('what is written is the same table again', () => {
  const again = new Function('ignored', 'undelivered', `return ${formatTable(table)}`)(ignored, undelivered) as Table;
  expect(again).toEqual(table);
  const options = { domain: exampleDomain, rule: { source: ['aws.cases'] } };
  expect(() => contractsFor('refunds', again as Table<typeof exampleDomain>, options)).not.toThrow();
});
