import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtCommand } from './command.ts';

// The files src/cli/init/init.ts, src/cli/modules/loadHandler.ts and their neighbours run in the process of the command.

const { dir, run } = builtCommand();

const amount = '1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21';

const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: '@acme/refunds', devDependencies: { jest: '^30.0.0' } }),
  'test/cases-domain.ts': `export const domain = {
  region: 'eu-central-1', accountId: '444455556666', domainId: '7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10',
  fields: { refundAmount: { id: '${amount}', type: 'Number' } },
  includedData: { fields: ['status', 'refundAmount'], relatedItemContent: true },
};\n`,
  'src/handler.ts': `type Loose = any;
export async function handler({ detail }: Loose): Promise<unknown> {
  if (detail.eventType !== 'CASE.UPDATED') return undefined;
  return [detail.case.caseId, detail.case.fields?.['${amount}']?.value?.doubleValue];
}
export const version = '1';\n`,
  'src/queue.ts': `import { handler } from './handler';
export const queue = async ({ Records }: any) => {
  const answers = [];
  for (const { body } of Records) answers.push(await handler(JSON.parse(body)));
  return { batchItemFailures: [], answers };
};\n`,
  'src/plain.cjs': `exports.handler = async ({ detail }) => detail.case?.caseId;\n`,
  'src/idle.ts': `export const handler = async (): Promise<string> => 'not for us';\n`,
  'src/two.ts': `export const one = () => 1;\nexport const two = () => 2;\n`,
  'src/none.ts': `export const one = 1;\n`,
  'src/broken.ts': `throw new Error('TABLE is not set');\n`,
  'src/needy.ts': `const seen = new Set<string>();
export const forget = (): void => seen.clear();
export const handler = async ({ detail }: any) => {
  if (process.env.TABLE === undefined) throw new Error('TABLE is not set');
  if (detail.case === undefined || seen.has(detail.eventType)) return undefined;
  seen.add(detail.eventType);
  return detail.case.fields?.status?.value?.stringValue === 'closed' ? detail.case.templateId : detail.case.caseId;
};\n`,
  'test/setup.ts': `import { forget } from '../src/needy';
process.env.TABLE = 'refunds';
export const reset = (): void => forget();\n`,
  'src/caller.ts': `export const handler = async ({ detail }: any) => {
  await fetch('http://refunds.invalid:8443/');
  return detail.case?.caseId;
};\n`,
  'src/patient.ts': `export const handler = async ({ detail }: any) => {
  await fetch('http://refunds.invalid:8443/').catch(() => undefined);
  return detail.case?.caseId;
};\n`,
  'src/failing.ts': `export const handler = async ({ detail }: any) => detail.case.caseId.nowhere.at(0);\n`,
  'rule.json': JSON.stringify({ source: ['aws.cases'], detail: { eventType: ['CASE.UPDATED', 'CASE.CREATED'] } }),
  'wrong.json': JSON.stringify({ source: ['aws.cases'], detail: { eventType: 'CASE.UPDATED' } }),
  'domain.json': '{}',
};

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
});

const domain = ['--domain', 'test/cases-domain.ts'];
const init = (handler: string, ...parameters: string[]) => run('init', '--handler', handler, ...domain, ...parameters);

describe('connect-cases init', () => {
  test('prints a first contract test of what the handler reads', () => {
    const { status, stdout, stderr } = init('src/handler.ts#handler');
    expect([status, stderr]).toEqual([
      0,
      'Write it to a file such as test/contract.test.ts (--out test/contract.test.ts), and run: npx jest test/contract.test.ts\n',
    ]);
    expect(stdout).toBe(`import { contractsFor, ignored, verify } from 'connect-cases-contracts';
import { handler } from '../src/handler';
import { domain } from './cases-domain';

const contracts = contractsFor(
  'refunds',
  {
    'CASE.CREATED': ignored,
    'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'],
    'CASE.DELETED': ignored,
    'RELATED_ITEM.CREATED': ignored,
    'RELATED_ITEM.UPDATED': ignored,
    'RELATED_ITEM.DELETED': ignored,
  },
  { domain },
);

for (const contract of contracts) test(contract.title, () => verify(contract, handler));
`);
  });

  test('writes it to a file in a new folder, and nothing else', () => {
    const { status, stdout, stderr } = init('src/handler.ts', '--out', 'contracts/new/refunds.test.ts');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain(
      'contracts/new/refunds.test.ts is written. Run it: npx jest contracts/new/refunds.test.ts',
    );
    const text = readFileSync(path.join(dir, 'contracts/new/refunds.test.ts'), 'utf8');
    expect(text).toContain("import { handler } from '../../src/handler';");
    expect(readdirSync(path.join(dir, 'contracts/new'))).toEqual(['refunds.test.ts']);
    expect(existsSync(path.join(dir, 'pacts'))).toBe(false);
  });

  test('takes transport, rule, consumer and runner', () => {
    const more = ['--via', 'sqs', '--rule', 'rule.json', '--consumer', 'refunds-queue', '--runner', 'vitest'];
    const { status, stdout } = init('src/queue.ts#queue', ...more);
    expect(status).toBe(0);
    expect(
      stdout,
    ).toContain(`import { contractsFor, ignored, undelivered, verify, viaSqs } from 'connect-cases-contracts';
import { test } from 'vitest';
import { queue as handler } from '../src/queue';`);
    expect(stdout).toContain("'refunds-queue',\n");
    expect(stdout).toContain("'CASE.DELETED': undelivered,");
    expect(stdout).toContain('{ domain, rule },');
    expect(stdout).toContain('verify(contract, viaSqs(handler))');
  });

  test('writes CommonJS for a handler in CommonJS', () => {
    const { status, stdout } = init('src/plain.cjs#handler');
    expect(status).toBe(0);
    expect(stdout).toContain("const { contractsFor, ignored, verify } = require('connect-cases-contracts');");
    expect(stdout).toContain("const { handler } = require('../src/plain.cjs');");
  });

  test('loads a setup before the handler, in the test too, and takes its reset', () => {
    const missing = init('src/needy.ts');
    expect(missing).toMatchObject({ status: 1, stdout: '' });
    expect(missing.stderr).toContain('TABLE is not set');
    const { status, stdout } = init('src/needy.ts', '--setup', 'test/setup.ts');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^import \{ reset \} from '\.\/setup';\nimport \{ contractsFor,/);
    expect(stdout).toContain("'CASE.UPDATED': ['case.caseId', 'case.templateId', 'case.fields.status'],");
    expect(stdout).toContain('verify(contract, handler, { reset })');
  });

  test('refuses the network to the handler, and tells how to give a fake', () => {
    const failing = init('src/caller.ts');
    expect(failing).toMatchObject({ status: 1, stdout: '' });
    const advice =
      'The handler connects to refunds.invalid:8443, which init refuses, so that it changes nothing there. Give its client a fake in a module, and name that with --setup; or allow it with --allow-network.';
    expect(failing.stderr).toContain('the handler failed');
    expect(failing.stderr).toContain(advice);
    const patient = init('src/patient.ts');
    expect(patient.status).toBe(0);
    expect(patient.stdout).toContain("'CASE.DELETED': ['case.caseId'],");
    expect(patient.stderr).toContain(advice);
  });
});

describe('connect-cases init refuses', () => {
  test.each<[string, string[], string]>([
    [
      'a file that is not there',
      ['src/nowhere.ts#handler'],
      '--handler is "src/nowhere.ts"; allowed: a TypeScript, JavaScript or JSON file that loads. There is no such file',
    ],
    ['an export that is not there', ['src/handler.ts#handle'], 'Did you mean "handler"?'],
    [
      'an export that is no function',
      ['src/handler.ts#version'],
      '--handler is "1"; allowed: the function that Lambda calls',
    ],
    ['a choice of functions', ['src/two.ts'], 'It exports "one", "two"'],
    ['a module without functions', ['src/none.ts'], 'It exports no function'],
    ['an empty export', ['src/handler.ts#'], 'allowed: a file and the function that it exports'],
    ['a handler that fails while it loads', ['src/broken.ts'], 'TABLE is not set'],
    [
      'an unknown runner',
      ['src/handler.ts', '--runner', 'mocha'],
      '--runner is "mocha"; allowed: "jest", "vitest", "node"',
    ],
    ['an unknown transport', ['src/handler.ts', '--via', 'queue'], '--via is "queue"; allowed: "lambda", "sqs"'],
    [
      'a rule that is not there',
      ['src/handler.ts', '--rule', 'none.json'],
      '--rule is "none.json"; allowed: a JSON file',
    ],
    [
      'a file that exists',
      ['src/handler.ts', '--out', 'package.json'],
      '--out is "package.json"; allowed: a file that does not exist yet. It exists, and is kept',
    ],
    ['a handler that reads nothing', ['src/idle.ts'], 'reads nothing'],
    [
      'a batch function without --via',
      ['src/queue.ts#queue'],
      '--handler is a function that reads `Records`, and nothing of the event',
    ],
    ['a function of one event with --via', ['src/handler.ts', '--via', 'sqs'], 'Here viaSqs is --via sqs, and so on.'],
    ['a rule that AWS refuses', ['src/handler.ts', '--rule', 'wrong.json'], '--rule.detail'],
  ])('%s: exit code 2 or 1, and nothing is written', (_, [handler = '', ...parameters], message) => {
    const { status, stdout, stderr } = init(handler, ...parameters);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect([1, 2]).toContain(status);
    expect(readFileSync(path.join(dir, 'package.json'), 'utf8')).toBe(files['package.json']);
  });

  test.each<[string, string[], string]>([
    ['no handler', ['init', ...domain], "required option '--handler <file#export>' not specified"],
    ['no domain', ['init', '--handler', 'src/handler.ts'], "required option '--domain <file>' not specified"],
    [
      'a domain in JSON',
      ['init', '--handler', 'src/handler.ts', '--domain', 'domain.json'],
      'The test imports the domain',
    ],
  ])('%s: exit code 2', (_, parameters, message) => {
    const { status, stderr } = run(...parameters);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a handler that fails on the sample: exit code 1', () => {
    const { status, stdout, stderr } = init('src/failing.ts');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('the handler failed');
    expect(stderr).toContain('CASE.CREATED');
    expect(stderr).toContain('src/failing.ts:1');
  });
});
