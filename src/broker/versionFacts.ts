import { spawnSync } from 'node:child_process';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { ciVariables } from './ciVariables.ts';

/** What is known of the consumer version that was tested. */
export interface VersionFacts {
  readonly version: string;
  readonly branch?: string;
  readonly buildUrl?: string;
  /** Files with changes that no commit has: the version does not say what was tested. Only where git named it. */
  readonly uncommitted: readonly string[];
}

/** What the command line says of it. */
export interface GivenFacts {
  readonly version?: string;
  readonly branch?: string;
  readonly buildUrl?: string;
}

/** Where to look for what is not given. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Files below here are made by the tests; they may be new. */
  readonly made: string;
}

/**
 * The facts of a version: those given, then what git says is checked out, then what the CI service says. A branch is
 * asked of the CI service first, which mostly checks out a commit without one.
 * @throws InvalidArgumentError where nobody knows the version, or where a name is one that no broker takes
 */
export function versionFacts(given: GivenFacts, { env, cwd, made }: Surroundings): VersionFacts {
  const ci = ciVariables(env);
  const version = given.version ?? git(cwd, 'rev-parse', 'HEAD') ?? ci.commit;
  if (version === undefined) {
    throw new InvalidArgumentError({
      argument: '--consumer-app-version',
      received: undefined,
      shown: 'missing',
      allowed: 'the version of the consumer, such as the commit that was tested',
      because: 'There is no git repository here with a commit, nor a CI service that is known',
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
    uncommitted: given.version === undefined ? changesIn(cwd, made) : [],
  };
}

/** @throws InvalidArgumentError for a name that is empty, goes over a line, or that the client takes for an option */
export function requireName(argument: string, name: string): string {
  if (name.trim() !== '' && !/\p{Cc}/u.test(name) && !name.startsWith('-')) return name;
  throw new InvalidArgumentError({
    argument,
    received: name,
    allowed: 'one line of text that is not empty and does not begin with "-"',
  });
}

/** @throws InvalidArgumentError for a tag that is no name, or that the client would take for several */
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
  const name = git(cwd, 'rev-parse', '--abbrev-ref', 'HEAD');
  return name === 'HEAD' ? undefined : name;
}

function changesIn(cwd: string, made: string): readonly string[] {
  const changes =
    git(cwd, 'status', '--porcelain', '--', ':/', `:(exclude)${made}`) ?? git(cwd, 'status', '--porcelain') ?? '';
  return changes.split('\n').filter((line) => line !== '');
}

/** What git prints, or nothing where there is no git, no repository or no commit. */
function git(cwd: string, ...parameters: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', parameters, { cwd, encoding: 'utf8', timeout: 10_000 });
  return status === 0 ? stdout.trimEnd() : undefined;
}
