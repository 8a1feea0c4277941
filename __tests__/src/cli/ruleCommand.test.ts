import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { suggestRule } from '../../../contracts/rule/suggestRule.ts';
import { eventPattern } from '../../../model/rule/eventPattern.ts';
import { writePart } from '../../../src/pact/part.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { listRows } from '../../helpers/listRows.ts';
import { builtCommand } from './command.ts';

const { dir, run, runAlone } = builtCommand();

const contracts = contractsFor('refunds', {
  ...ignoringAll,
  'CASE.CREATED': ['case.caseId'],
  'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: ignored },
});

beforeAll(async () => {
  for (const contract of contracts) await writePart(path.join(dir, 'pacts'), contract);
  for (const contract of contractsFor('audits', ignoringAll)) await writePart(path.join(dir, 'idle'), contract);
});

describe('connect-cases rule', () => {
  test('prints the smallest pattern as JSON for a template', () => {
    const { status, stdout, stderr } = run('rule', '--consumer', 'refunds');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`{
  "source": ["aws.cases"],
  "detail": {
    "eventType": ["CASE.CREATED", "RELATED_ITEM.CREATED", "CASE.RELATED_ITEM.CREATED"],
    "relatedItem": { "relatedItemType": ["Comment", "comment", { "exists": false }] }
  }
}
`);
    expect(() => eventPattern(stdout)).not.toThrow();
  });

  test('takes the only consumer, and needs no other package', () => {
    expect(runAlone('rule')).toMatchObject({ status: 0, stdout: run('rule', '--consumer', 'refunds').stdout });
  });

  test('prints one JSON object with --json', () => {
    const { status, stdout } = run('rule', '--json');
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      { consumer: 'refunds', pattern: suggestRule(listRows(contracts)) },
    ]);
    expect(stdout.trimEnd()).not.toContain('\n');
  });

  test('says that a consumer that reads nothing needs no rule: exit code 1', () => {
    expect(run('rule', '--dir', 'idle')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'audits reads nothing of any event, so it needs no rule.\n',
    });
  });

  test('says what is missing if no test ran: exit code 1', () => {
    expect(run('rule', '--dir', 'none')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `There are no parts in ${path.join('none', 'parts')}: run the tests that call verify first, or name their directory with --dir.\n`,
    });
  });

  test('says which part is broken: exit code 1', () => {
    const directory = path.join(dir, 'broken', 'parts', 'refunds', 'digest');
    mkdirSync(directory, { recursive: true });
    writeFileSync(path.join(directory, 'CASE.CREATED.part'), '{');
    const { status, stderr } = run('rule', '--dir', 'broken');
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/cannot be read as a part: .*run the tests again\.\n$/),
    ]);
  });

  test.each<[string, string[], string]>([
    [
      'an unknown consumer',
      ['--consumer', 'refund'],
      '--consumer is "refund"; allowed: "refunds". Did you mean "refunds"?',
    ],
    ['an empty consumer', ['--consumer', ''], '--consumer is ""; allowed: a text that is not empty.'],
    ['an empty directory', ['--dir', ''], '--dir is ""; allowed: a text that is not empty.'],
    ['an unknown option', ['--consumers', 'x'], "error: unknown option '--consumers'\n(Did you mean --consumer?)"],
  ])('refuses %s: exit code 2', (_, parameters, message) => {
    const { status, stdout, stderr } = run('rule', ...parameters);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
