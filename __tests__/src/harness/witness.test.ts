import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { verify } from '../../../src/harness/verify.ts';
import { dropWitness, loadWitness, saveWitness, type Witness, witnessPath } from '../../../src/harness/witness.ts';
import { inEmptyDirectories } from '../../emptyDirectory.ts';
import { ignoringAll } from '../../ignoringAll.ts';

inEmptyDirectories();

const [contract] = contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] }) as [Contract];

const witness: Witness = {
  title: 'refunds handles CASE.CREATED',
  itemType: '',
  class: 'sparse',
  facts: ['userOptional'],
  replay: { seed: 1, path: 'fixed:3:0' },
  differences: [{ steps: ['detail', 'performedBy', 'user'], from: { userArn: 'arn' } }],
};

test('a witness comes back as it was kept, from one file that no runner watches', () => {
  expect(loadWitness(contract)).toBeUndefined();
  expect(saveWitness(contract, witness)).toBe(witnessPath(contract));
  expect(loadWitness(contract)).toEqual(witness);
  expect(readdirSync('__witnesses__')).toEqual([
    expect.stringMatching(/^refunds-handles-CASE-CREATED-[0-9a-f]{8}\.witness$/),
  ]);
  dropWitness(contract);
  expect(loadWitness(contract)).toBeUndefined();
});

test('where it cannot be written the violation is reported without it', () => {
  writeFileSync('__witnesses__', 'a file, no directory');
  expect(saveWitness(contract, witness)).toBeUndefined();
});

test.each([
  ['a torn file', '{"title":"refunds han'],
  ['a witness of another contract', JSON.stringify({ ...witness, title: 'others handles CASE.CREATED' })],
  [
    'an event that the model refuses',
    JSON.stringify({ ...witness, differences: [{ steps: ['detail', 'case', 'caseId'], to: 7 }] }),
  ],
  [
    'a difference at a place that is gone',
    JSON.stringify({ ...witness, differences: [{ steps: ['detail', 'gone', 'x'], to: 7 }] }),
  ],
])('%s is dropped, and that is said', async (_, text) => {
  mkdirSync('__witnesses__');
  writeFileSync(witnessPath(contract), text);
  const lines: string[] = [];
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  await verify(contract, ({ detail }: { detail: { case: { caseId: string } } }) => detail.case.caseId);
  stderr.mockRestore();
  expect(lines).toEqual([
    'refunds handles CASE.CREATED: its witness is no event of this domain any more, and is dropped\n',
  ]);
  expect(existsSync('__witnesses__')).toBe(false);
});
