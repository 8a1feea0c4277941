import path from 'node:path';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { deletePart, writePart } from '../../../src/pact/part.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { builtCommand } from './command.ts';

const { dir, run } = builtCommand();

const contracts = contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] });

describe('connect-cases', () => {
  test('assembles: exit code 0, the file on standard output', async () => {
    for (const contract of contracts) await writePart(path.join(dir, 'pacts'), contract);
    const file = path.join('pacts', 'refunds-aws.cases.json');
    expect(run('assemble')).toMatchObject({ status: 0, stdout: `${file}: 1 interaction of 6 contracts\n`, stderr: '' });
    const { stdout } = run('assemble', '--json', '--dir', 'pacts', '--consumer', 'refunds');
    expect(JSON.parse(stdout)).toEqual({
      assembled: [{ consumer: 'refunds', interactions: 1, contracts: 6, file }],
    });
  });

  test('refuses an incomplete set: exit code 1, the titles on standard error, no stack', async () => {
    for (const contract of contracts) await writePart(path.join(dir, 'some'), contract);
    deletePart(path.join(dir, 'some'), contracts[0] as Contract);
    const { status, stdout, stderr } = run('assemble', '--dir', 'some');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^refunds: the parts of "refunds handles CASE.CREATED" are missing \(5 of 6 are there\)\. .*\n$/,
    );
  });

  test('says what is missing if no test ran: exit code 1', () => {
    expect(run('assemble', '--dir', 'none')).toMatchObject({
      status: 1,
      stderr: `There are no parts in ${path.join('none', 'parts')}: run the tests that call verify first, or name their directory with --dir.\n`,
    });
  });

  test.each<[string, string[], string]>([
    ['an unknown command', ['asemble'], "error: unknown command 'asemble'\n(Did you mean assemble?)"],
    ['an unknown option', ['assemble', '--dri', 'x'], "error: unknown option '--dri'\n(Did you mean --dir?)"],
    ['an option without its value', ['assemble', '--dir'], "error: option '--dir <directory>' argument missing"],
    [
      'too many arguments',
      ['assemble', 'pacts'],
      "error: too many arguments for 'assemble'. Expected 0 arguments but got 1.",
    ],
    [
      'an unknown consumer',
      ['assemble', '--consumer', 'refund'],
      '--consumer is "refund"; allowed: "refunds". Did you mean "refunds"?',
    ],
    ['no command', [], 'Usage: connect-cases [options] [command]'],
  ])('refuses %s: exit code 2', (_, parameters, message) => {
    const { status, stdout, stderr } = run(...parameters);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('shows its version and help: exit code 0', () => {
    expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('assemble [options]') });
  });
});
