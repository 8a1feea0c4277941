import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import type { Table } from '../../../../contracts/table.ts';
import { writePart } from '../../../../src/pact/part.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { builtCommand } from '../../cli/command.ts';
import { endFakeBrokers, fakeBroker } from '../fakeBroker.ts';

const { dir, file, env } = builtCommand();
afterEach(endFakeBrokers);

const onLinux = process.platform === 'linux' ? describe : describe.skip;

const table: Table = { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] };

/** The processes below one. */
function below(parent: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid,ppid'], { encoding: 'utf8' }).trim().split('\n').slice(1);
  const children = rows.map((row) => row.trim().split(/\s+/).map(Number)).filter(([, of]) => of === parent);
  return children.flatMap(([pid = 0]) => [pid, ...below(pid)]);
}

/** Whether a process runs, not only its entry in the table of ended ones. */
function lives(pid: number): boolean {
  try {
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false;
  }
}

/** Starts a command, and ends it by a signal during a request without an answer; returns the processes below it. */
async function endedInTheMiddle(parameters: string[], signal: NodeJS.Signals): Promise<number[]> {
  let stalled = (): void => {};
  const reached = new Promise<void>((resolve) => {
    stalled = resolve;
  });
  const broker = await fakeBroker(({ url }, response, own) => {
    const answer = answers(own)[url ?? ''];
    if (answer === undefined) stalled();
    else response.setHeader('content-type', 'application/hal+json').end(JSON.stringify(answer));
  });
  const child = spawn(process.execPath, [file, ...parameters], {
    cwd: dir,
    env: { ...env, PACT_BROKER_BASE_URL: broker.url, PACT_BROKER_TOKEN: 'a-token' },
    stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await reached;
  const processes = below(child.pid as number);
  child.kill(signal);
  await ended;
  return processes;
}

function answers(own: string): Record<string, object> {
  const pact = JSON.parse(honest);
  return {
    '/': {
      _links: {
        'pb:publish-contracts': { href: `${own}/publish` },
        'pb:provider-pacts-for-verification': { href: `${own}/list` },
      },
    },
    '/list': { _embedded: { pacts: [{ _links: { self: { href: `${own}/pact`, name: 'one' } } }] } },
    '/pact': { ...pact, _links: { 'pb:publish-verification-results': { href: `${own}/results` } } },
  };
}

const contents = { content: { detail: { eventType: 'CASE.UPDATED' } }, contentType: 'application/json' };
const honest = JSON.stringify({
  consumer: { name: 'honest' },
  provider: { name: 'aws.cases' },
  interactions: [{ type: 'Asynchronous/Messages', description: 'an update', contents }],
  metadata: { pactSpecification: { version: '4.0' } },
});

beforeAll(async () => {
  mkdirSync(path.join(dir, 'pacts'));
  writeFileSync(path.join(dir, 'package.json'), '{}');
  for (const contract of contractsFor('refunds', table)) await writePart(path.join(dir, 'pacts'), contract);
});

onLinux.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  test.each([
    ['publish', ['publish', '-a', '1']],
    ['verify-provider', ['verify-provider', '--publish', '--runs', '1']],
  ])('leaves no process of %s behind', async (_, parameters) => {
    const processes = await endedInTheMiddle(parameters, signal);
    expect(processes.length).toBeGreaterThan(0);
    // As long as the test may last.
    while (processes.some(lives)) await new Promise((resolve) => setTimeout(resolve, 50));
  });
});
