import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { VerifierProcess } from '../../../../src/broker/provider/verifierProcess.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'verifier-'));
const verifiers: VerifierProcess[] = [];
afterAll(() => {
  for (const verifier of verifiers) verifier.end();
  rmSync(dir, { recursive: true });
});

/** A process whose library is ours: what Pact's own does is seen elsewhere. */
function verifierOf(body: string): VerifierProcess {
  const library = path.join(dir, `${verifiers.length}.cjs`);
  writeFileSync(library, `exports.verifyPacts = async (options) => { ${body} };`);
  const verifier = new VerifierProcess(library);
  verifiers.push(verifier);
  return verifier;
}

test('what the verifier prints is captured, and is no answer', async () => {
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

test('it gets its options by message, and nothing of the broker by environment', async () => {
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
])('a verifier %s is an error', async (_, body, most, message) => {
  await expect(verifierOf(body).verify({}, most)).rejects.toThrow(message);
});

test('one that has ended says so again', async () => {
  const verifier = verifierOf('process.exit(3)');
  await expect(verifier.verify({}, 10_000)).rejects.toThrow('exit code 3');
  await expect(verifier.verify({}, 10_000)).rejects.toThrow('exit code 3');
});
