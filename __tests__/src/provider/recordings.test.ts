import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { readRecordings } from '../../../src/provider/recordings.ts';
import { temporaryDirectory } from '../../helpers/temporaryDirectory.ts';

const root = temporaryDirectory();

const event = makeSample('CASE.CREATED', exampleDomain);
const text = JSON.stringify(event);
let count = 0;

function folder(files: Readonly<Record<string, string>>): string {
  const dir = path.join(root, String(count++));
  mkdirSync(dir);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(dir, name), content);
  return dir;
}

test('one event, a list of events, and one event a line are read, with their places', () => {
  const dir = folder({
    'a.json': text,
    'b.json': `[${text}, ${text}]`,
    'c.ndjson': `${text}\n\n${text}\n`,
    'd.txt': 'nothing',
  });
  const { recorded, others } = readRecordings(dir);
  const names = ['a.json', 'b.json[0]', 'b.json[1]', 'c.ndjson:1', 'c.ndjson:3'];
  expect(recorded.map(({ source }) => source)).toEqual(names.map((name) => path.join(dir, name)));
  expect(recorded[4]?.event).toEqual(event);
  expect(others).toEqual([]);
});

test('a byte order mark is ignored, and an error names what cannot be read', () => {
  expect(readRecordings(folder({ 'a.json': `\ufeff${text}` })).recorded).toHaveLength(1);
  const dir = folder({});
  mkdirSync(path.join(dir, 'x.json'));
  expect(() => readRecordings(dir)).toThrow(`${path.join(dir, 'x.json')} cannot be read: it is a folder.`);
});

test('an event outside Cases is skipped with a note', () => {
  const dir = folder({ 'a.ndjson': `${text}\n{"source":"aws.ec2"}\n` });
  expect(readRecordings(dir)).toMatchObject({ recorded: [{}], others: [path.join(dir, 'a.ndjson:2')] });
});

test.each<[string, () => string, string]>([
  ['no folder', () => path.join(root, 'none'), 'cannot be read as a folder of recordings (there is no such folder).'],
  [
    'no event',
    () => folder({ 'a.json': '{}' }),
    'There is no event of Amazon Connect Cases in the .json and .ndjson files of',
  ],
  [
    'no JSON',
    () => folder({ 'a.ndjson': `${text}\n{"half"` }),
    'a.ndjson:2 is not JSON. Allowed: one event, a list of events, or one event a line.',
  ],
])('%s is refused', (_, dir, message) => {
  expect(() => readRecordings(dir())).toThrow(message);
});
