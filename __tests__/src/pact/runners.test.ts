import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

// Real runners, for facts that only they know: one consumer with two tables, and two handlers of one contract.

const root = path.resolve(__dirname, '../../..');
const runner = createRequire(__filename).resolve('jest/bin/jest');
let project = '';

beforeAll(() => {
  project = realpathSync(mkdtempSync(path.join(tmpdir(), 'two tables ')));
  const modules = path.join(project, 'node_modules');
  mkdirSync(path.join(modules, 'connect-cases-contracts'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules/fast-check'), path.join(modules, 'fast-check'));
  for (const [entry, file] of [
    ['src/index.ts', 'index.js'],
    ['model/schemaEntry.ts', 'schema.cjs'],
  ] as const)
    buildSync({
      entryPoints: [path.join(root, entry)],
      outfile: path.join(modules, 'connect-cases-contracts', file),
      bundle: true,
      platform: 'node',
      external: ['fast-check'],
      logLevel: 'error',
    });
  write('package.json', '{ "jest": { "testEnvironment": "node", "transform": {} } }');
  write(
    'helper.js',
    `const { contractsFor, defineDomain, ignored, verify } = require('connect-cases-contracts');
const rows = ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED', 'RELATED_ITEM.CREATED', 'RELATED_ITEM.UPDATED', 'RELATED_ITEM.DELETED'];
const table = Object.fromEntries(rows.map((row) => [row, ignored]));
const test = globalThis.test ?? require('node:test').test;
module.exports = (domainId) => {
  const domain = defineDomain({ region: 'eu-central-1', accountId: '444455556666', domainId });
  for (const contract of contractsFor('refunds', table, { domain }).slice(0, 2))
    test(contract.title, () => verify(contract, () => '', { runs: 0, ambiguities: 'off' }));
};
`,
  );
});
afterAll(() => rmSync(project, { recursive: true }));

beforeEach(() => {
  for (const name of ['pacts', '__witnesses__', 'handlers.test.js'])
    rmSync(path.join(project, name), { recursive: true, force: true });
  for (const name of ['a', 'b']) write(`${name}.test.js`, `require('./helper')('${name}');`);
});

function write(file: string, text: string): void {
  writeFileSync(path.join(project, file), text);
}

/** Runs the project's tests, and returns the exit code and the whole output. */
function run(args: readonly string[], from: NodeJS.ProcessEnv = process.env): { code: number | null; printed: string } {
  const { NODE_TEST_CONTEXT: _, JEST_WORKER_ID: __, ...env } = from;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, env, encoding: 'utf8' });
  return { code: status, printed: `${stdout}${stderr}` };
}

test.each([
  ['jest, which retries a test', [runner, '--runInBand', 'handlers'], 'jest.retryTimes(1);'],
  ['node --test', ['--test', 'handlers.test.js'], "const { test } = require('node:test');"],
])(
  '%s distinguishes two anonymous handlers of one contract: a passing one does not restore the part that the other loses',
  (_, args, first) => {
    const { CI: _ci, ...env } = process.env;
    write(
      'handlers.test.js',
      `${first}
const { contractsFor, defineDomain, ignored, verify } = require('connect-cases-contracts');
const rows = ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED', 'RELATED_ITEM.CREATED', 'RELATED_ITEM.UPDATED', 'RELATED_ITEM.DELETED'];
const [contract] = contractsFor('handlers', Object.fromEntries(rows.map((row) => [row, ignored])));
const options = { runs: 0, ambiguities: 'off' };
test('one', () => verify(contract, (event) => event.detail.performedBy.user.userArn, options));
test('other', () => verify(contract, () => '', options));
`,
    );
    expect(run(args, env)).toMatchObject({ code: 1, printed: expect.stringContaining('userArn') });
    const [table = ''] = readdirSync(path.join(project, 'pacts/parts/handlers'));
    const kept = readdirSync(path.join(project, 'pacts/parts/handlers', table));
    expect(kept.filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(readdirSync(path.join(project, '__witnesses__'))).toHaveLength(1);
  },
  120_000,
);

test('jest keeps a failing delivery, plays it first in the next run, and removes its file once the handler is correct', () => {
  const { CI: _ci, ...env } = process.env;
  /** A handler that counts events, and where it may, ignores those that it knows; its calls go to a file. */
  const writeConsumer = (isCorrect: boolean): void =>
    write(
      'handlers.test.js',
      `const { appendFileSync } = require('node:fs');
const { contractsFor, ignored, verifyDelivery } = require('connect-cases-contracts');
const rows = ['CASE.UPDATED', 'CASE.DELETED', 'RELATED_ITEM.CREATED', 'RELATED_ITEM.UPDATED', 'RELATED_ITEM.DELETED'];
const table = { 'CASE.CREATED': ['case.caseId'], ...Object.fromEntries(rows.map((row) => [row, ignored])) };
const seen = new Set();
let count = 0;
function handler({ id }) {
  appendFileSync('calls.log', id + '\\n');
  if (${isCorrect} && seen.has(id)) return;
  seen.add(id);
  count++;
}
const reset = () => {
  seen.clear();
  count = 0;
};
test('deliveries', () => verifyDelivery(contractsFor('counting', table), handler, { reset, observe: () => count }));
`,
    );
  const play = (more: NodeJS.ProcessEnv = {}) => {
    rmSync(path.join(project, 'calls.log'), { force: true });
    const { code, printed } = run([runner, '--runInBand', 'handlers'], { ...env, ...more });
    const calls = readFileSync(path.join(project, 'calls.log'), 'utf8').trim().split('\n');
    return { code, printed, calls };
  };
  const kept = () => readdirSync(path.join(project, '__witnesses__'));

  writeConsumer(false);
  const printedOnly = play({ CI: 'true' });
  expect([printedOnly.code, printedOnly.printed]).toEqual([
    1,
    expect.stringContaining('Witness (not kept, because CI is set): {"batchSize":1,'),
  ]);
  const first = play();
  const [file = ''] = kept();
  expect(file).toMatch(/^counting-deliveries-[0-9a-f]{8}\.witness$/);
  expect([first.code, first.printed]).toEqual([1, expect.stringContaining(`Kept in __witnesses__/${file}`)]);

  const { history } = JSON.parse(readFileSync(path.join(project, '__witnesses__', file), 'utf8'));
  const second = play();
  expect([second.code, kept()]).toEqual([1, [file]]);
  expect(second.calls[0]).toBe(history[0].id);
  expect(second.calls.length).toBeLessThan(first.calls.length / 4);

  writeConsumer(true);
  const third = play();
  expect([third.code, third.calls[0]]).toEqual([0, history[0].id]);
  expect(existsSync(path.join(project, '__witnesses__'))).toBe(false);
}, 120_000);

test.each([
  ['jest in one process fails', [runner, '--runInBand'], 1, 'no test of this run plays'],
  ['node alone fails', ['a.test.js'], 1, 'no test of this run plays'],
  // No worker knows what the others play, and jest ignores how they end.
  ['jest with workers passes', [runner, '--maxWorkers=2', '--workerIdleMemoryLimit=1GB'], 0, 'plays only'],
  ['node --test passes', ['--test', 'a.test.js', 'b.test.js'], 0, 'no test of this file plays'],
])(
  '%s if CASES_REPLAY finds nothing, and says what it knows',
  (_, args, code, words) => {
    const CASES_REPLAY = 'others handles CASE.CREATED | handler | 7 | 3';
    expect(run(args, { ...process.env, CASES_REPLAY })).toEqual({ code, printed: expect.stringContaining(words) });
  },
  120_000,
);

const tables = () => readdirSync(path.join(project, 'pacts/parts/refunds')).length;

test.each([
  ['jest in one process', [runner, '--runInBand']],
  ['jest with two workers', [runner, '--maxWorkers=2']],
  ['node --test', ['--test', 'a.test.js', 'b.test.js']],
])(
  '%s refuses two tables, and accepts one after the removal of the other',
  (_, args) => {
    const { code, printed } = run(args);
    expect([code, printed]).toEqual([
      1,
      expect.stringMatching(/refunds has two tables: that of [ab]\.test\.js and that of/),
    ]);
    write('a.test.js', "require('./helper')('c');");
    write('b.test.js', "(globalThis.test ?? require('node:test').test)('nothing', () => {});");
    expect(run(args)).toMatchObject({ code: 0 });
    expect(tables()).toBe(1);
  },
  120_000,
);
