import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pactFiles } from '../../../../src/broker/provider/pactFiles.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'files-'));
afterAll(() => rmSync(dir, { recursive: true }));

function write(name: string, provider: string): string {
  const file = path.join(dir, name);
  writeFileSync(file, JSON.stringify({ consumer: { name }, provider: { name: provider }, interactions: [] }));
  return file;
}

const ours = write('b.json', 'aws.cases');
const others = write('a.json', 'payments');
writeFileSync(path.join(dir, 'notes.txt'), 'no pact');

test('of a folder those of the provider are taken, of files all', () => {
  expect(pactFiles([dir], 'aws.cases').map(({ address }) => address)).toEqual([ours]);
  expect(pactFiles([others], 'payments').map(({ pact }) => pact.consumer)).toEqual(['a.json']);
});

test.each([
  [
    [others],
    `${others} is a pact with payments, not with aws.cases. Name its provider with --provider, or leave it out.`,
  ],
  [[path.join(dir, 'none.json')], 'none.json cannot be read (there is no such file or folder).'],
  [[path.join(dir, 'notes.txt')], 'notes.txt is no pact: '],
])('%j is refused', (files, message) => {
  expect(() => pactFiles(files, 'aws.cases')).toThrow(message);
});

test('a folder without a pact of the provider is refused', () => {
  expect(() => pactFiles([dir], 'aws.connect')).toThrow(
    `There is no pact with aws.connect in ${dir}. Run connect-cases assemble first, or name the files of the pacts.`,
  );
});
