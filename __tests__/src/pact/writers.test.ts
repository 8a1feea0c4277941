import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { assemble } from '../../../src/broker/assemble.ts';

const PROCESSES = 4;
let dir = '';
afterAll(() => rmSync(dir, { recursive: true, force: true }));

// Pact's own library loses interactions here, with all tests green: its writers share one file.
test('several processes that write their parts at once lose no part', async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'writers-'));
  const script = path.join(dir, 'writer.cjs');
  await build({
    stdin: { contents: writer, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    external: ['@pact-foundation/pact'],
    outfile: script,
    logLevel: 'error',
  });
  const env = { ...process.env, NODE_PATH: path.join(process.cwd(), 'node_modules') };
  const ends = Array.from({ length: PROCESSES }, (_, index) =>
    once(spawn(process.execPath, [script, dir, String(index), String(PROCESSES)], { env, stdio: 'inherit' }), 'exit'),
  );
  expect(await Promise.all(ends)).toEqual(Array.from({ length: PROCESSES }, () => [0, null]));
  expect(assemble({ dir })).toMatchObject([{ consumer: 'refunds', contracts: 21, interactions: 21 }]);
  const { interactions } = JSON.parse(readFileSync(path.join(dir, 'refunds-aws.cases.json'), 'utf8'));
  expect(new Set(interactions.map(({ description }: { description: string }) => description)).size).toBe(21);
});

/** Writes every nth part of a table with 21 contracts, like a worker of a runner. */
const writer = `
import { contractsFor } from './contracts/contractsFor.ts';
import { writePart } from './src/pact/part.ts';
import { exampleDomain } from './model/domain/exampleDomain.ts';
const row = ['relatedItem.caseId'];
const items = { Comment: row, Contact: row, File: row, Sla: row, ConnectCase: row, otherwise: row };
const contracts = contractsFor('refunds', {
  'CASE.CREATED': ['case.caseId'],
  'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'],
  'CASE.DELETED': ['case.caseId'],
  'RELATED_ITEM.CREATED': items,
  'RELATED_ITEM.UPDATED': items,
  'RELATED_ITEM.DELETED': items,
}, { domain: exampleDomain });
const [dir = '', index, processes] = process.argv.slice(2);
const own = contracts.filter((_, number) => number % Number(processes) === Number(index));
Promise.all(own.map((contract) => writePart(dir, contract)));
`;
