import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { deletePart, getPartPath, readPart, writePart } from '../../../src/pact/part.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'part-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const contracts = contractsFor(
  'refunds',
  {
    ...ignoringAll,
    'CASE.CREATED': ['case.caseId', 'case.fields.refundAmount', 'case.fields.title'],
    'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored },
  },
  { domain: exampleDomain },
);
const [created, updated] = contracts as unknown as [Contract, Contract];

test('a part has its own file, below the consumer and the digest of the table', () => {
  const files = contracts.map((contract) => path.relative(dir, getPartPath(dir, contract)));
  expect(files).toEqual(
    [
      'CASE.CREATED',
      'CASE.UPDATED',
      'CASE.DELETED',
      'RELATED_ITEM.CREATED-Comment',
      'RELATED_ITEM.CREATED-otherwise',
      'RELATED_ITEM.UPDATED',
      'RELATED_ITEM.DELETED',
    ].map((name) => path.join('parts', 'refunds', created.table.digest, `${name}.part`)),
  );
});

test('a part holds the output of Pact and all rows of its table', async () => {
  await writePart(dir, created);
  const part = readPart(getPartPath(dir, created));
  expect(part).toMatchObject({
    consumer: 'refunds',
    digest: created.table.digest,
    title: created.title,
    rows: created.table.rows,
  });
  expect(part.interactions).toMatchObject([
    { type: 'Asynchronous/Messages', description: 'refunds handles CASE.CREATED' },
  ]);
});

test('a contract that ignores its events writes a part without an interaction', async () => {
  await writePart(dir, updated);
  expect(readPart(getPartPath(dir, updated)).interactions).toEqual([]);
});

test('writing leaves no other file behind, and writing again replaces the part', async () => {
  await writePart(dir, created);
  const first = readFileSync(getPartPath(dir, created), 'utf8');
  await writePart(dir, created);
  expect(readdirSync(path.dirname(getPartPath(dir, created)))).toEqual(['CASE.CREATED.part']);
  expect(readFileSync(getPartPath(dir, created), 'utf8')).toBe(first);
});

test('deletePart removes a part, and accepts a missing one', async () => {
  await writePart(dir, updated);
  deletePart(dir, updated);
  deletePart(dir, updated);
  expect(readdirSync(path.dirname(getPartPath(dir, updated)))).toEqual([]);
});

test('an error names a directory that cannot be written, with what to do', async () => {
  writeFileSync(path.join(dir, 'parts'), 'a file where the directory should be');
  await expect(writePart(dir, created)).rejects.toThrow(
    `The part of "refunds handles CASE.CREATED" cannot be written to ${getPartPath(dir, created)} (ENOTDIR). The handler passed; its pact is not complete. Make the directory writable, or name another one in options.dir.`,
  );
  chmodSync(dir, 0o700);
});

test('a directory that cannot be written causes an error before the handler is called', () => {
  writeFileSync(path.join(dir, 'parts'), 'a file where the directory should be');
  expect(() => deletePart(dir, created)).toThrow(
    `The part of "refunds handles CASE.CREATED" cannot be written to ${getPartPath(dir, created)} (ENOTDIR). The handler was not called, because its part of the pact could not be kept. Make the directory writable, or name another one in options.dir.`,
  );
});

test('the error for a part that vanishes or cannot be read says so', () => {
  expect(() => readPart(path.join(dir, 'gone.part'))).toThrow(
    `${path.join(dir, 'gone.part')} disappeared while the command ran: tests that call verify are still running. Run the command again when they have finished.`,
  );
});

// As on Unix; otherwise each would be waited for or reported as something else.
(process.platform === 'win32' ? test.skip : test).each<[string, (file: string) => unknown, string]>([
  ['a folder', (file) => mkdirSync(file), 'It is a folder'],
  ['a pipe that nobody writes to', (file) => execFileSync('mkfifo', [file]), 'It is a pipe, not a file'],
  ['a device', (file) => symlinkSync('/dev/zero', file), 'It is a device, not a file'],
  ['a link that leads to nothing', (file) => symlinkSync('nothing', file), 'It is a broken link'],
  ['a link that leads to itself', (file) => symlinkSync(path.basename(file), file), 'Its links form a loop'],
])('%s with the name of a part is refused at once, as a wrong input', (_, make, why) => {
  const file = path.join(mkdtempSync(path.join(dir, 'odd-')), 'odd.part');
  make(file);
  const refused = `${file} is not a part; allowed: a file that verify wrote. ${why}. Delete it and run the tests again.`;
  expect(() => readPart(file)).toThrow(InvalidArgumentError);
  expect(() => readPart(file)).toThrow(refused);
});

test.each([
  [
    'half-written',
    '{"format": "connect-cases-con',
    'cannot be read as a part: it is unreadable or half-written. Delete it and run the tests again.',
  ],
  [
    'foreign',
    '{"interactions": []}',
    'was not written by this version of connect-cases-contracts (allowed: connect-cases-contracts part 3). Delete it and run the tests again.',
  ],
  ['null', 'null', 'was not written by this version'],
])('an error names the file of a %s part', (name, text, message) => {
  mkdirSync(path.join(dir, 'x'));
  const file = path.join(dir, 'x', `${name}.part`);
  writeFileSync(file, text);
  expect(() => readPart(file)).toThrow(`${file} ${message}`);
});
