import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { startGuarded } from '../../../../src/broker/client/guardedClient.ts';

const waiting = {
  file: process.execPath,
  parameters: ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'],
  cwd: '.',
  env: process.env,
};

/** Waits, as long as the test may last, until a process is gone. */
async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'a program ends on %s of the process that started it',
  async (signal) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'guarded-'));
    const outfile = path.join(directory, 'guarded.cjs');
    await build({ bundle: true, platform: 'node', entryPoints: ['src/broker/client/guardedClient.ts'], outfile });
    const program = `require(${JSON.stringify(outfile)}).startGuarded({...${JSON.stringify(waiting)}, most: 1e6}).stdout.pipe(process.stdout)`;
    const starter = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [pid] = await once(starter.stdout, 'data');
    starter.kill(signal);
    await untilGone(Number(String(pid)));
    rmSync(directory, { recursive: true });
  },
);

test('a program ends after its time', async () => {
  const child = startGuarded({ ...waiting, most: 300 });
  expect(await once(child, 'exit')).toEqual([1, null]);
});

test('the error for a program that cannot start says why', async () => {
  const child = startGuarded({ ...waiting, file: '/no/such/program', most: 10_000 });
  expect(await once(child, 'message')).toEqual([expect.stringContaining('ENOENT'), undefined]);
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('the process in between has no credentials', async () => {
  process.env.PACT_BROKER_TOKEN = 'secret';
  const parameters = ['-e', "console.log(require('fs').readFileSync(`/proc/`+process.ppid+`/environ`, 'latin1'))"];
  const child = startGuarded({ ...waiting, parameters, most: 10_000 });
  delete process.env.PACT_BROKER_TOKEN;
  let text = '';
  child.stdout?.on('data', (piece) => {
    text += piece;
  });
  await once(child, 'close');
  expect(text).toContain('PATH=');
  expect(text).not.toContain('secret');
});
