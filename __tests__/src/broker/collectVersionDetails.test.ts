import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  collectVersionDetails,
  type GivenDetails,
  requireName,
  requireTag,
} from '../../../src/broker/collectVersionDetails.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { refusal } from '../../helpers/refusal.ts';

inEmptyDirectories();

const env = { GITHUB_ACTIONS: 'true', GITHUB_SHA: 'c0ffee', GITHUB_REF_NAME: 'ci-branch' };
const facts = (given: GivenDetails = {}, variables = {}) =>
  collectVersionDetails(given, { env: variables, cwd: process.cwd(), made: 'pacts' });

function git(...parameters: string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...identity, ...parameters], { encoding: 'utf8' }).trim();
}

/** A repository with one commit on the branch `feat/x`. */
function repository(): string {
  git('init', '-q', '-b', 'feat/x');
  writeFileSync('handler.ts', 'one');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  return git('rev-parse', 'HEAD');
}

test('options win over other sources', () => {
  repository();
  const given = { version: '1.2.3', branch: 'main', buildUrl: 'https://ci/1' };
  expect(facts(given, env)).toEqual({ ...given, uncommitted: [] });
});

test('git supplies the checked-out commit and its branch', () => {
  const commit = repository();
  expect(facts()).toEqual({ version: commit, branch: 'feat/x', uncommitted: [] });
});

test('the CI service supplies the branch, and git the commit, because a pull request is tested merged', () => {
  const commit = repository();
  git('checkout', '-q', '--detach');
  expect(facts()).toEqual({ version: commit, uncommitted: [] });
  expect(facts({}, env)).toEqual({ version: commit, branch: 'ci-branch', uncommitted: [] });
});

test('the branch of the CI service wins over the checked-out one', () => {
  const commit = repository();
  expect(facts({}, env)).toEqual({ version: commit, branch: 'ci-branch', uncommitted: [] });
});

test('without git the CI service supplies the commit', () => {
  expect(facts({}, env)).toEqual({ version: 'c0ffee', branch: 'ci-branch', uncommitted: [] });
});

test('uncommitted changes cause a warning, except for those that the tests made', () => {
  repository();
  writeFileSync('handler.ts', 'two');
  mkdirSync('pacts');
  writeFileSync('pacts/refunds-aws.cases.json', '{}');
  writeFileSync('new.ts', '');
  expect(facts().uncommitted).toEqual([' M handler.ts', '?? new.ts']);
  expect(facts({ version: '1.2.3' }).uncommitted).toEqual([]);
});

test('in a subdirectory, too, uncommitted changes of the whole repository cause a warning', () => {
  repository();
  mkdirSync('packages/refunds', { recursive: true });
  writeFileSync('handler.ts', 'two');
  process.chdir('packages/refunds');
  expect(facts().uncommitted).toEqual([' M handler.ts']);
});

test('an unknown version has to be given', () => {
  expect(refusal(() => facts())).toBe(
    '--consumer-app-version is missing; allowed: the version of the consumer, such as the commit that was tested. No git commit and no known CI service were found here. Give it: --consumer-app-version 1.2.3.',
  );
});

test.each(['', '  ', 'a\nb', '--merge'])('%p is not a name', (name) => {
  expect(refusal(() => requireName('--branch', name))).toBe(
    `--branch is ${JSON.stringify(name)}; allowed: one line of text that is not empty and does not begin with "-".`,
  );
  expect(refusal(() => facts({ version: '1', branch: name }))).toContain('--branch');
});

test('a tag with a comma is refused, because it would become two', () => {
  expect(requireTag('--tag', 'prod')).toBe('prod');
  expect(refusal(() => requireTag('--tag', 'prod,test'))).toBe(
    '--tag is "prod,test"; allowed: a name without a comma. Give --tag once for each tag.',
  );
});
