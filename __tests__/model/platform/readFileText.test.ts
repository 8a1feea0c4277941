import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readFileText, UnreadInput } from '../../../model/platform/readFileText.ts';
import { temporaryDirectory } from '../../helpers/temporaryDirectory.ts';

const dir = temporaryDirectory();
const onUnix = process.platform === 'win32' ? test.skip : test;

function write(name: string, text: string): string {
  const file = path.join(dir, name);
  writeFileSync(file, text);
  return file;
}

function why(file: string, most?: number): string {
  try {
    readFileText(file, most);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadInput);
    return (error as Error).message;
  }
  throw new Error('it was read');
}

test('a file is read, without a byte order mark', () => {
  const long = 'é😀\n'.repeat(100_000);
  expect(readFileText(write('a', `\ufeff${long}`))).toBe(long);
  expect(readFileText(write('empty', ''))).toBe('');
});

onUnix('a link to a file is read', () => {
  symlinkSync(write('target', 'text'), path.join(dir, 'link'));
  expect(readFileText(path.join(dir, 'link'))).toBe('text');
});

test('a file of the largest allowed size is read whole, a larger one not at all', () => {
  const file = write('large', 'x'.repeat(100_000));
  expect(readFileText(file, 100_000)).toHaveLength(100_000);
  expect(why(file, 99_999)).toBe('it has more than 99,999 bytes');
});

test('a missing file or a folder is reported', () => {
  mkdirSync(path.join(dir, 'folder'));
  expect(why(path.join(dir, 'none'))).toBe('there is no such file or folder');
  expect(why(path.join(dir, 'folder'))).toBe('it is a folder');
});

onUnix('a name that no file can have is reported in words', () => {
  expect(why(path.join(dir, 'x'.repeat(300)))).toBe('its name is too long');
});

onUnix('a device is not opened', () => {
  expect([why('/dev/zero'), why('/dev/null')]).toEqual(Array(2).fill('it is a device, not a file'));
});
