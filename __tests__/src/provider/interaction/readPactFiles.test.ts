import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readPactFiles } from '../../../../src/provider/interaction/readPactFiles.ts';
import { temporaryDirectory } from '../../../helpers/temporaryDirectory.ts';

const dir = temporaryDirectory();

function write(name: string, provider: string): string {
  const file = path.join(dir, name);
  writeFileSync(file, JSON.stringify({ consumer: { name }, provider: { name: provider }, messages: [{}] }));
  return file;
}

const ours = write('b.json', 'aws.cases');
const others = write('a.json', 'payments');
writeFileSync(path.join(dir, 'notes.txt'), 'no pact');

test('a folder gives the pacts of the provider, and named files give all', async () => {
  const { pacts, unread } = await readPactFiles([dir], 'aws.cases');
  expect([pacts.map(({ address }) => address), unread]).toEqual([[ours], []]);
  expect((await readPactFiles([others], 'payments')).pacts.map(({ pact }) => pact.consumer)).toEqual(['a.json']);
});

const refused: readonly (readonly [place: string, message: string])[] = [
  [
    others,
    `${others} is a pact with payments, not with aws.cases. Name its provider with --provider, or leave it out.`,
  ],
  [path.join(dir, 'none.json'), `${path.join(dir, 'none.json')} cannot be read (there is no such file or folder).`],
  [path.join(dir, 'notes.txt'), `${path.join(dir, 'notes.txt')} is not a pact: `],
];

test.each(refused)('%s is refused', async (place, message) => {
  await expect(readPactFiles([place], 'aws.cases')).rejects.toThrow(message);
});

test('a refused file does not affect the others', async () => {
  const { pacts, unread } = await readPactFiles([...refused.map(([place]) => place), ours], 'aws.cases');
  expect(pacts.map(({ address }) => address)).toEqual([ours]);
  expect(unread).toEqual(refused.map(([source, message]) => ({ source, problem: expect.stringContaining(message) })));
});

test('the error names all refused files if nothing else is left', async () => {
  const message = await readPactFiles(
    refused.map(([place]) => place),
    'aws.cases',
  ).catch((error: Error) => error.message);
  expect(message).toMatch(/is a pact with payments.*\n.*cannot be read.*\n.*is not a pact/);
});

test("a folder skips another provider's pact that needs plugins, but refuses one of ours", async () => {
  const folder = mkdtempSync(path.join(dir, 'plugins-'));
  const pact = { consumer: { name: 'c' }, interactions: [], metadata: { plugins: [{ name: 'protobuf' }] } };
  writeFileSync(path.join(folder, 'a.json'), JSON.stringify({ ...pact, provider: { name: 'payments' } }));
  writeFileSync(path.join(folder, 'b.json'), JSON.stringify({ ...pact, provider: { name: 'aws.cases' } }));
  await expect(readPactFiles([folder], 'aws.cases')).rejects.toThrow(
    `${path.join(folder, 'b.json')} needs the Pact plugin "protobuf", and this command loads none.`,
  );
});

test('a byte order mark is not part of the pact', async () => {
  const file = path.join(mkdtempSync(path.join(dir, 'bom-')), 'a.json');
  writeFileSync(
    file,
    `\ufeff${JSON.stringify({ consumer: { name: 'c' }, provider: { name: 'aws.cases' }, messages: [{}] })}`,
  );
  const { pacts } = await readPactFiles([file], 'aws.cases');
  expect(pacts[0]?.text).toMatch(/^\{/);
});

test.each([{ interactions: [] }, { messages: [] }, { interactions: [], messages: [] }, {}])(
  'an empty pact (%j) is not a success, and does not affect the others',
  async (nothing) => {
    const folder = mkdtempSync(path.join(dir, 'empty-'));
    const file = path.join(folder, 'a.json');
    writeFileSync(file, JSON.stringify({ consumer: { name: 'c' }, provider: { name: 'aws.cases' }, ...nothing }));
    const problem = `${file} has no interactions, so there is nothing to verify. Run the tests of c, and find out why they write none. If c no longer reads events of aws.cases, delete this pact.`;
    expect(await readPactFiles([folder, ours], 'aws.cases')).toEqual({
      pacts: [expect.objectContaining({ address: ours })],
      unread: [{ source: file, problem }],
    });
    await expect(readPactFiles([file], 'aws.cases')).rejects.toThrow(problem);
  },
);

test('a folder without a pact of the provider is refused', async () => {
  await expect(readPactFiles([dir], 'aws.connect')).rejects.toThrow(
    `There is no pact with aws.connect in ${dir}. Run connect-cases assemble first, or name the files of the pacts.`,
  );
});
