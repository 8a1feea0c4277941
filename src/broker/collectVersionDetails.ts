import { spawnSync } from 'node:child_process';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { readCiVariables } from './readCiVariables.ts';

/** The known facts of the tested consumer version. */
export interface VersionDetails {
  readonly version: string;
  readonly branch?: string;
  readonly buildUrl?: string;
  /** Uncommitted files: the version does not identify what was tested. Only if the version comes from git. */
  readonly uncommitted: readonly string[];
}

/** The facts from the command line. */
export interface GivenDetails {
  readonly version?: string;
  readonly branch?: string;
  readonly buildUrl?: string;
}

/** Where to look for facts that are not given. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The tests write files below this directory, which may be new. */
  readonly made: string;
}

/**
 * The facts of a version: first those given, then git's, then the CI service's. For the branch the CI service comes
 * before git, because CI often checks out a commit without a branch.
 * @throws InvalidArgumentError if the version is unknown, or if no broker accepts a name
 */
export function collectVersionDetails(given: GivenDetails, { env, cwd, made }: Surroundings): VersionDetails {
  const ci = readCiVariables(env);
  const version = given.version ?? runGit(cwd, 'rev-parse', 'HEAD') ?? ci.commit;
  if (version === undefined) {
    throw new InvalidArgumentError({
      argument: '--consumer-app-version',
      received: undefined,
      shown: 'missing',
      allowed: 'the version of the consumer, such as the commit that was tested',
      because: 'No git commit and no known CI service were found here',
      todo: 'Give it: --consumer-app-version 1.2.3',
    });
  }
  const branch = given.branch ?? ci.branch ?? readBranch(cwd);
  const buildUrl = given.buildUrl ?? ci.buildUrl;
  const facts = Object.entries({ '--consumer-app-version': version, '--branch': branch, '--build-url': buildUrl });
  for (const [argument, fact] of facts) if (fact !== undefined) requireName(argument, fact);
  return {
    version,
    ...(branch === undefined ? {} : { branch }),
    ...(buildUrl === undefined ? {} : { buildUrl }),
    uncommitted: given.version === undefined ? listChanges(cwd, made) : [],
  };
}

/** @throws InvalidArgumentError for a name that is empty, has a line end, or that the client takes for an option */
export function requireName(argument: string, name: string): string {
  if (name.trim() !== '' && !/\p{Cc}/u.test(name) && !name.startsWith('-')) return name;
  throw new InvalidArgumentError({
    argument,
    received: name,
    allowed: 'one line of text that is not empty and does not begin with "-"',
  });
}

/** @throws InvalidArgumentError for an invalid tag, or one that the client takes for several */
export function requireTag(argument: string, tag: string): string {
  if (!tag.includes(',')) return requireName(argument, tag);
  throw new InvalidArgumentError({
    argument,
    received: tag,
    allowed: 'a name without a comma',
    todo: `Give ${argument} once for each tag`,
  });
}

function readBranch(cwd: string): string | undefined {
  const name = runGit(cwd, 'rev-parse', '--abbrev-ref', 'HEAD');
  return name === 'HEAD' ? undefined : name;
}

function listChanges(cwd: string, made: string): readonly string[] {
  const changes =
    runGit(cwd, 'status', '--porcelain', '--', `:(exclude)${made}`) ?? runGit(cwd, 'status', '--porcelain') ?? '';
  return changes.split('\n').filter((line) => line !== '');
}

/** The output of git, or undefined without git, repository or commit. */
function runGit(cwd: string, ...parameters: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', parameters, { cwd, encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? stdout.trimEnd() : undefined;
}
