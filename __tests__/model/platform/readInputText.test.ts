import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readInputText } from '../../../model/platform/readInputText.ts';
import { temporaryDirectory } from '../../helpers/temporaryDirectory.ts';

const dir = temporaryDirectory();
const onUnix = process.platform === 'win32' ? test.skip : test;

let count = 0;

function pipe(): string {
  const name = path.join(dir, `pipe${count++}`);
  execFileSync('mkfifo', [name]);
  return name;
}

/** A process that opens a pipe for writing and runs a program on it, until the program prints a line. */
async function writer(file: string, program: string): Promise<() => Promise<void>> {
  const open = `const f = require('node:fs').openSync(${JSON.stringify(file)}, 'r+');`;
  const child = spawn(process.execPath, ['-e', open + program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return async () => {
    child.kill();
    await once(child, 'exit');
  };
}

test('a regular file is read', async () => {
  writeFileSync(path.join(dir, 'a'), '\ufefftext');
  expect(await readInputText(path.join(dir, 'a'))).toBe('text');
});

onUnix('a pipe is read to its end, as that of <(command) is', async () => {
  const file = pipe();
  const end = await writer(
    file,
    `require('node:fs').writeSync(f, '\\ufeff' + 'a'.repeat(50_000)); console.log(); setInterval(() => {}, 1000)`,
  );
  const text = readInputText(file);
  await end();
  expect(await text).toBe('a'.repeat(50_000));
});

onUnix('a pipe that nobody has opened for writing yet is waited for', async () => {
  const file = pipe();
  const text = readInputText(file);
  const end = await writer(file, `require('node:fs').writeSync(f, 'a'); console.log(); setInterval(() => {}, 1000)`);
  await end();
  expect(await text).toBe('a');
});

onUnix('a pipe into which nobody writes is told, and the process hears signals meanwhile', async () => {
  const file = pipe();
  const end = await writer(file, 'console.log(); setInterval(() => {}, 1000)');
  await expect(readInputText(file, { silence: 100, bytes: 10 })).rejects.toThrow(
    'it is a pipe, and nothing arrived for 0.1 s',
  );
  await end();
});

onUnix('a pipe that never ends is told', async () => {
  const file = pipe();
  const end = await writer(file, `console.log(); for (;;) require('node:fs').writeSync(f, 'y'.repeat(1000))`);
  await expect(readInputText(file, { silence: 30_000, bytes: 100_000 })).rejects.toThrow(
    'it has more than 100,000 bytes',
  );
  await end();
});

onUnix('a device is not opened', async () => {
  await expect(readInputText('/dev/zero')).rejects.toThrow('it is a device, not a file');
});
