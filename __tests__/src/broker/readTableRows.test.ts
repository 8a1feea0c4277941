import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { readTableRows } from '../../../src/broker/readTableRows.ts';
import { writePart } from '../../../src/pact/part.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { listRows } from '../../helpers/listRows.ts';
import { refusal } from '../../helpers/refusal.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'rows-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const contracts = contractsFor('refunds', {
  ...ignoringAll,
  'CASE.CREATED': ['case.caseId'],
  'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: ['relatedItem.relatedItemId'] },
});
const [created, ignoring] = contracts;

test('one part of a table suffices, because it names all rows', async () => {
  await writePart(dir, ignoring);
  const { consumer, rows } = readTableRows(dir);
  expect(consumer).toBe('refunds');
  expect(rows).toEqual(listRows(contracts));
});

test('of several consumers one must be named', async () => {
  const [other] = contractsFor('orders', ignoringAll);
  await writePart(dir, created);
  await writePart(dir, other);
  expect(readTableRows(dir, 'orders').consumer).toBe('orders');
  expect(refusal(() => readTableRows(dir))).toBe(
    '--consumer is missing; allowed: one of "orders", "refunds". Parts of several consumers are there.',
  );
  expect(refusal(() => readTableRows(dir, 'order'))).toBe(
    '--consumer is "order"; allowed: "orders", "refunds". Did you mean "orders"?',
  );
});

test('without any part, and with parts of two tables, it says what to do', async () => {
  expect(() => readTableRows(dir)).toThrow(
    `There are no parts in ${path.join(dir, 'parts')}: run the tests that call verify first, or name their directory with --dir.`,
  );
  mkdirSync(path.join(dir, 'parts'));
  expect(() => readTableRows(dir)).toThrow('No consumer has parts: run the tests that call verify first.');
  mkdirSync(path.join(dir, 'parts', 'refunds', 'digest'), { recursive: true });
  expect(() => readTableRows(dir)).toThrow(
    'refunds: no contract of its table has passed, and only parts name its rows. Run the tests that call verify, and let one of them pass.',
  );
  rmSync(path.join(dir, 'parts', 'refunds', 'digest'), { recursive: true });
  await writePart(dir, created);
  await writePart(dir, contractsFor('refunds', ignoringAll)[0] as Contract);
  expect(() => readTableRows(dir)).toThrow(/^refunds has two tables: .*A consumer has one table/);
});
