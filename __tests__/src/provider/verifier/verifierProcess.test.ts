import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { VerifierProcess } from '../../../../src/provider/verifier/verifierProcess.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'verifier-'));
const verifiers: VerifierProcess[] = [];
afterAll(() => {
  for (const verifier of verifiers) verifier.end();
  rmSync(dir, { recursive: true });
});

/** A process with a library of ours: other tests show what Pact's own does. */
function verifierOf(body: string): VerifierProcess {
  const library = path.join(dir, `${verifiers.length}.cjs`);
  writeFileSync(library, `exports.verifyPacts = async (options) => { ${body} };`);
  const verifier = new VerifierProcess(library);
  verifiers.push(verifier);
  return verifier;
}

test("the verifier's output is captured, and is not an answer", async () => {
  const verifier = verifierOf(`console.log('a report'); return JSON.stringify({ errors: [], output: [] });`);
  expect(await verifier.verify({}, 10_000)).toEqual({
    passed: true,
    errors: [],
    pendingErrors: [],
    report: expect.stringContaining('a report'),
  });
});

test('a refusal is a result', async () => {
  const error = { interaction: 'a - b', mismatch: { type: 'mismatches', mismatches: [] } };
  const verifier = verifierOf(`throw new Error('${JSON.stringify({ errors: [error], pendingErrors: [] })}');`);
  expect(await verifier.verify({}, 10_000)).toMatchObject({ passed: false, errors: [error] });
});

test('the verifier gets its options by message, and nothing of the broker by environment', async () => {
  process.env.PACT_BROKER_TOKEN = 'secret';
  const verifier = verifierOf(
    `return JSON.stringify({ errors: [options.provider, String(process.env.PACT_BROKER_TOKEN), process.env.PACT_DO_NOT_TRACK, ...process.argv.slice(2)] });`,
  );
  delete process.env.PACT_BROKER_TOKEN;
  expect((await verifier.verify({ provider: 'p' }, 10_000)).errors).toEqual(['p', 'undefined', 'true']);
});

test.each<[string, string, number, string]>([
  ['that ends', 'process.exit(3)', 10_000, "Pact's verifier gave no result: it ended with exit code 3."],
  ['that crashes', "process.kill(process.pid, 'SIGABRT')", 10_000, 'it ended with SIGABRT.'],
  ['that hangs', 'await new Promise(() => {})', 300, 'it did not answer within 0 s.'],
  ['that cannot run', "throw new Error('no such file\\n at x')", 10_000, "Pact's verifier could not run: no such file"],
])('a verifier %s causes an error', async (_, body, most, message) => {
  await expect(verifierOf(body).verify({}, most)).rejects.toThrow(message);
});

test('a verifier that has ended says so again', async () => {
  const verifier = verifierOf('process.exit(3)');
  await expect(verifier.verify({}, 10_000)).rejects.toThrow('exit code 3');
  await expect(verifier.verify({}, 10_000)).rejects.toThrow('exit code 3');
});

describe('while it verifies for ever', () => {
  const onUnix = process.platform === 'win32' ? test.skip : test;
  const outfile = path.join(dir, 'verifierProcess.cjs');

  beforeAll(async () => {
    const entryPoints = ['src/provider/verifier/verifierProcess.ts'];
    await build({
      bundle: true,
      platform: 'node',
      logLevel: 'error',
      entryPoints,
      outfile,
      external: ['@pact-foundation/*'],
    });
  });

  const left: number[] = [];
  afterEach(() => {
    for (const pid of left.splice(0)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended, as it should.
      }
    }
  });

  /** Starts a process with a verifier, and waits until that verifier is at work. */
  async function atWork(name: string, then: string, grace: number): Promise<{ starter: ChildProcess; pid: number }> {
    const [file, library] = [path.join(dir, `${name}.pid`), path.join(dir, `${name}.cjs`)];
    writeFileSync(
      library,
      `exports.verifyPacts = () => { require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); return new Promise(() => {}); };`,
    );
    const program = `
      const { VerifierProcess } = require(${JSON.stringify(outfile)});
      new VerifierProcess(${JSON.stringify(library)}, ${grace}).verify({}, ${then === '' ? 1e6 : 100});
      ${then}`;
    const starter = spawn(process.execPath, ['-e', program], { stdio: 'ignore' });
    left.push(starter.pid as number);
    while (!existsSync(file) || readFileSync(file, 'utf8') === '') await turn();
    const pid = Number(readFileSync(file, 'utf8'));
    left.push(pid);
    return { starter, pid };
  }

  /** Waits, as long as the test may last, until a process is gone, or only its entry in the table is left. */
  async function untilGone(pid: number): Promise<void> {
    for (;;) {
      try {
        if (execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z')) return;
      } catch {
        return;
      }
      await turn();
    }
  }

  function turn(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 50));
  }

  onUnix.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
    '%s of the process that started it ends it',
    async (signal) => {
      const { starter, pid } = await atWork(signal, '', 0);
      starter.kill(signal);
      await untilGone(pid);
    },
  );

  onUnix('it ends by itself after its time, even if the process that started it cannot end it', async () => {
    // This one receives nothing any more, not even its own timers.
    const { starter, pid } = await atWork(
      'stopped',
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);',
      50,
    );
    await untilGone(pid);
    expect(starter.exitCode).toBeNull();
  });
});
