import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import type { Table } from '../../../contracts/table.ts';
import { writePart } from '../../../src/pact/part.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { builtCommand } from './command.ts';

const { dir, run, runAlone } = builtCommand();

const table: Table = { ...ignoringAll, 'CASE.CREATED': ['case.caseId'], 'CASE.UPDATED': ['case.caseId'] };
const contracts = ['refunds', 'ledger[eu]'].map((consumer) => contractsFor(consumer, table));

beforeEach(async () => {
  rmSync(path.join(dir, 'pacts'), { recursive: true, force: true });
  for (const contract of contracts.flat()) await writePart(path.join(dir, 'pacts'), contract);
});

describe('connect-cases publish --dry-run', () => {
  test('assembles, and shows what it would send', () => {
    const facts = ['-a', '1.2.3', '--branch', 'main', '--tag', 'a', '--tag', 'b', '--build-url', 'https://ci/1'];
    const { status, stdout, stderr } = run('publish', '--dry-run', ...facts);
    expect([status, stderr]).toEqual([0, '']);
    const as = 'would be published as version 1.2.3, branch main, tag a, tag b, build https://ci/1';
    expect(stdout.split('\n').map((line) => line.replace(/[\d,]+ bytes/, 'N bytes'))).toEqual([
      `ledger[eu]: pacts/ledger[eu]-aws.cases.json ${as} (2 interactions, N bytes)`,
      `refunds: pacts/refunds-aws.cases.json ${as} (2 interactions, N bytes)`,
      '',
    ]);
    expect(readdirSync(path.join(dir, 'pacts')).sort()).toEqual([
      'ledger[eu]-aws.cases.json',
      'parts',
      'refunds-aws.cases.json',
    ]);
  });

  test('shows it as JSON', () => {
    const { stdout } = run('publish', '--dry-run', '--json', '--consumer', 'refunds', '-a', '1.2.3', '-t', 'a');
    expect(JSON.parse(stdout)).toMatchObject({
      version: '1.2.3',
      tags: ['a'],
      dryRun: true,
      published: [{ consumer: 'refunds', interactions: 2, file: 'pacts/refunds-aws.cases.json' }],
      without: [],
    });
  });
});

describe('connect-cases publish', () => {
  test('says that nothing is published if all tables ignore everything', async () => {
    rmSync(path.join(dir, 'pacts'), { recursive: true, force: true });
    const nothing = path.join(dir, 'nothing');
    for (const contract of contractsFor('idle', ignoringAll)) await writePart(nothing, contract);
    const { status, stdout, stderr } = run('publish', '--dry-run', '-a', '1', '--branch', 'b', '--dir', 'nothing');
    expect([status, stdout]).toEqual([0, 'idle: no pact, because its table ignores everything\n']);
    expect(stderr).toContain(
      'Nothing is published: no table has a row that reads an event. Without a pact the broker does not know the version',
    );
  });

  test('refuses an incomplete set before it sends anything', () => {
    const parts = path.join(dir, 'pacts', 'parts', 'refunds');
    const [digest = ''] = readdirSync(parts);
    const [part = ''] = readdirSync(path.join(parts, digest));
    rmSync(path.join(parts, digest, part));
    const { status, stdout, stderr } = run('publish', '-a', '1', '--broker-base-url', 'http://127.0.0.1:1');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^refunds: the parts of ".+" are missing \(5 of 6 are there\)/);
  });

  test('without the Pact client says what to install, before the broker is asked', () => {
    const { status, stdout, stderr } = runAlone('publish', '-a', '1', '--broker-base-url', 'http://127.0.0.1:1');
    expect([status, stdout, stderr]).toEqual([
      1,
      '',
      expect.stringMatching(/^@pact-foundation\/pact-cli is not installed: .+@pact-foundation\/pact-cli@18\n$/),
    ]);
  });

  test('without the Pact client still shows what it would send', () => {
    const { status, stdout } = runAlone('publish', '--dry-run', '-a', '1');
    expect([status, stdout]).toEqual([0, expect.stringContaining('refunds: pacts/refunds-aws.cases.json would be')]);
  });

  test('asks for the address of the broker', () => {
    const { status, stderr } = run('publish', '-a', '1');
    expect(status).toBe(2);
    expect(stderr).toContain('PACT_BROKER_BASE_URL is missing; allowed: the http or https address of a Pact Broker.');
  });

  test.each([
    ['--tag', 'a,b', '--tag is "a,b"; allowed: a name without a comma.'],
    ['--branch', '', '--branch is ""; allowed: one line of text that is not empty'],
    ['--consumer', 'refund', '--consumer is "refund"; allowed: "ledger[eu]", "refunds". Did you mean "refunds"?'],
    ['--consumer-version', '1', "error: unknown option '--consumer-version'"],
  ])('refuses %s %p', (option, value, message) => {
    const { status, stderr } = run('publish', '--dry-run', '-a', '1', option, value);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
