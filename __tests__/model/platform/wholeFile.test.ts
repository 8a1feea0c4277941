import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { writeWhole } from '../../../model/platform/writeWhole.ts';
import { temporaryDirectory } from '../../helpers/temporaryDirectory.ts';

const dir = temporaryDirectory();
const onUnix = process.platform === 'win32' ? test.skip : test;

onUnix('a file that is replaced hands its permissions on', () => {
  const file = path.join(dir, 'secret');
  writeFileSync(file, 'before');
  chmodSync(file, 0o600);
  writeWhole(file, 'after');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['after', 0o600]);
});

test("files are written and replaced under Node's permission model, which forbids changing modes", async () => {
  const outfile = path.join(dir, 'writeWhole.cjs');
  await build({
    bundle: true,
    platform: 'node',
    logLevel: 'error',
    entryPoints: ['model/platform/writeWhole.ts'],
    outfile,
  });
  const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
  const file = path.join(dir, 'permitted');
  const program = `
    const { writeWhole } = require(${JSON.stringify(outfile)});
    for (const text of ['one', 'two']) writeWhole(${JSON.stringify(file)}, text);`;
  const flags = [flag, '--allow-fs-read=*', '--allow-fs-write=*', '-e', program];
  const { status, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  expect(status === 0 ? '' : stderr).toBe('');
  expect(readFileSync(file, 'utf8')).toBe('two');
});
