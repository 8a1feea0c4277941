import { ignored } from '../../../../contracts/ignored.ts';
import type { Table } from '../../../../contracts/table.ts';
import { undelivered } from '../../../../contracts/undelivered.ts';
import { type ContractTest, formatContractTest } from '../../../../src/cli/init/formatContractTest.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

const plain = { isModule: false, namesOutput: false, importsJest: false };

const refunds: ContractTest = {
  file: 'test/contract.test.ts',
  runner: 'jest',
  project: plain,
  consumer: 'refunds',
  table: { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] } as unknown as Table,
  handler: { file: 'src/handler.ts', exportName: 'handler' },
  domain: { file: 'test/cases-domain.ts', exportName: 'domain' },
  via: undefined,
  rule: undefined,
  setup: undefined,
};

/** The lines before the first empty one. */
function listImports(changes: Partial<ContractTest>): readonly string[] {
  const [imports = ''] = formatContractTest({ ...refunds, ...changes }).split('\n\n');
  return imports.split('\n');
}

const ofPackage = "import { contractsFor, ignored, verify } from 'connect-cases-contracts';";

test('TypeScript with jest needs no import of the runner', () => {
  expect(listImports({})).toEqual([
    ofPackage,
    "import { handler } from '../src/handler';",
    "import { domain } from './cases-domain';",
  ]);
});

test.each<[string, Partial<ContractTest>, string[]]>([
  ['vitest', { runner: 'vitest' }, ["import { test } from 'vitest';", "import { handler } from '../src/handler';"]],
  [
    'node:test, whose imports have their extension',
    { runner: 'node' },
    ["import { test } from 'node:test';", "import { handler } from '../src/handler.ts';"],
  ],
  [
    'jest without global types',
    { project: { ...plain, importsJest: true } },
    ["import { test } from '@jest/globals';"],
  ],
  [
    'the resolution of Node, which names the output',
    { project: { ...plain, isModule: true, namesOutput: true } },
    ["import { handler } from '../src/handler.js';", "import { domain } from './cases-domain.js';"],
  ],
  [
    'a default export, and another name',
    { handler: { file: 'src/a.mts', exportName: 'default' }, domain: { file: 'd.ts', exportName: 'cases' } },
    ["import handler from '../src/a.mjs';", "import { cases as domain } from '../d';"],
  ],
  [
    'ES modules in JavaScript',
    {
      file: 'contract.test.js',
      project: { ...plain, isModule: true },
      handler: { file: 'src/handler.js', exportName: 'handler' },
    },
    ["import { handler } from './src/handler.js';"],
  ],
  [
    'CommonJS',
    {
      file: 'test/contract.test.js',
      handler: { file: 'src/handler.js', exportName: 'default' },
      domain: { file: 'test/domain.js', exportName: 'cases' },
    },
    [
      "const { contractsFor, ignored, verify } = require('connect-cases-contracts');",
      "const handler = require('../src/handler');",
      "const { cases: domain } = require('./domain');",
    ],
  ],
  [
    'a setup without options, first',
    { setup: { file: 'test/setup.ts', options: [] } },
    ["import './setup';", ofPackage],
  ],
  [
    'a setup with options, first',
    { setup: { file: 'test/setup.ts', options: ['downstream', 'reset'] } },
    ["import { downstream, reset } from './setup';", ofPackage],
  ],
])('imports fit %s', (_, changes, lines) => {
  expect(listImports(changes)).toEqual(expect.arrayContaining(lines));
  if (lines.includes(ofPackage)) expect(listImports(changes).slice(0, 2)).toEqual(lines);
});

test('a transport, a rule and options stand in their places', () => {
  const rule = { source: ['aws.cases'] };
  const table = { ...refunds.table, 'CASE.DELETED': undelivered, 'CASE.UPDATED': ignored } as Table;
  const setup = { file: 'test/setup.ts', options: ['reset'] };
  const text = formatContractTest({ ...refunds, table, via: 'viaSqs', rule, setup, consumer: "the team's" });
  expect(text).toContain(
    "import { contractsFor, ignored, undelivered, verify, viaSqs } from 'connect-cases-contracts';",
  );
  expect(text).toContain('const rule = {\n  "source": [\n    "aws.cases"\n  ]\n};');
  expect(text).toContain("contractsFor(\n  'the team\\'s',\n");
  expect(text).toContain('{ domain, rule },');
  expect(text).toContain('verify(contract, viaSqs(handler), { reset })');
});
