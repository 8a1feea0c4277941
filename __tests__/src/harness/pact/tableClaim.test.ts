import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { partPath, writePart } from '../../../../src/harness/pact/part.ts';
import type { claimTable } from '../../../../src/harness/pact/tableClaim.ts';
import { ignoringAll } from '../../../ignoringAll.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'claims-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** A contract of a table that a file of the directory declares, as that file stands now. */
function contract(row: 'CASE.CREATED' | 'CASE.UPDATED', file: string, text: string): Contract {
  const declaredIn = path.join(dir, file);
  writeFileSync(declaredIn, text);
  const [first] = contractsFor('refunds', { ...ignoringAll, [row]: ['case.caseId'] }) as [Contract];
  return { ...first, table: { ...first.table, declaredIn } };
}

/** One test file of a run, or one worker: each loads the package anew. */
async function testFile(...contracts: readonly Contract[]): Promise<void> {
  let claim: typeof claimTable | undefined;
  jest.isolateModules(() => {
    ({ claimTable: claim } = require('../../../../src/harness/pact/tableClaim.ts'));
  });
  for (const one of contracts) {
    claim?.(dir, one);
    await writePart(dir, one);
  }
}

const declares = "contractsFor('refunds', {";
const digests = () => readdirSync(path.join(dir, 'parts', 'refunds'));

test('a table that was edited replaces what it was, in a new run and in watch mode', async () => {
  const before = contract('CASE.CREATED', 'a.test.ts', declares);
  const after = contract('CASE.UPDATED', 'a.test.ts', declares);
  await testFile(before);
  await testFile(after);
  expect(digests()).toEqual([after.table.digest]);
});

test('a table that moved to another file replaces what it was', async () => {
  const before = contract('CASE.CREATED', 'a.test.ts', declares);
  await testFile(before);
  const after = contract('CASE.UPDATED', 'b.test.ts', declares);
  writeFileSync(path.join(dir, 'a.test.ts'), "contractsFor('others', {");
  await testFile(after);
  rmSync(path.join(dir, 'b.test.ts'));
  const again = contract('CASE.CREATED', 'c.test.ts', declares);
  await testFile(again);
  expect(digests()).toEqual([again.table.digest]);
});

test.each([
  ['by its name', "contractsFor('refunds', {"],
  ['in other quotes and lines', 'contractsFor<typeof domain>(\n  "refunds",\n'],
  ['by a constant', 'contractsFor(CONSUMER, {'],
])('two files that declare a table of one consumer %s are refused, whichever comes first', async (_, text) => {
  const one = contract('CASE.CREATED', 'a.test.ts', text);
  const other = contract('CASE.UPDATED', 'b.test.ts', text);
  for (const [first, second] of [
    [one, other],
    [other, one],
  ] as const) {
    await testFile(first);
    const names = [second, first].map(({ table }) => path.relative(process.cwd(), table.declaredIn as string));
    await expect(testFile(second)).rejects.toThrow(
      `refunds has two tables: that of ${names[0]} and that of ${names[1]}. A consumer has one table, of which its pact is made: put all rows into one, or give one of them another consumer name.`,
    );
    expect(existsSync(partPath(dir, first))).toBe(true);
    rmSync(path.join(dir, 'parts'), { recursive: true });
  }
});

test('two tables of one file are refused, in one worker and in two', async () => {
  const text = `${declares}\n${declares}`;
  const [one, other] = [contract('CASE.CREATED', 'a.ts', text), contract('CASE.UPDATED', 'a.ts', text)];
  await expect(testFile(one, other)).rejects.toThrow('refunds has two tables');
  rmSync(path.join(dir, 'parts'), { recursive: true });
  await testFile(one);
  await expect(testFile(other)).rejects.toThrow('refunds has two tables');
});

test('two tables that one call declares, as in a loop, are refused', async () => {
  const [one, other] = [contract('CASE.CREATED', 'a.ts', declares), contract('CASE.UPDATED', 'a.ts', declares)];
  await expect(testFile(one, other)).rejects.toThrow('refunds has two tables');
});

test('a table of another consumer has nothing to do with it', async () => {
  const one = contract('CASE.CREATED', 'a.test.ts', declares);
  const other = { ...contract('CASE.UPDATED', 'b.test.ts', "contractsFor('others', {"), consumer: 'others' };
  await testFile(one, other);
  expect(readdirSync(path.join(dir, 'parts')).sort()).toEqual(['others', 'refunds']);
});

test('parts of an earlier release, which say nothing of their table, are replaced', async () => {
  mkdirSync(path.join(dir, 'parts', 'refunds', 'a0a0'), { recursive: true });
  const one = contract('CASE.CREATED', 'a.test.ts', declares);
  await testFile(one);
  expect(digests()).toEqual([one.table.digest]);
});
