type Environment = Readonly<Record<string, string | undefined>>;

/** The variables in which a CI service describes a build. */
interface CiService {
  readonly name: string;
  /** A variable that no other service sets. */
  readonly sign: string;
  readonly commit: readonly string[];
  /** The branch of the change comes first: for a pull request its source, not its target. */
  readonly branch: readonly string[];
  readonly buildUrl: (env: Environment) => string | undefined;
  /** The service's list of variables. */
  readonly link: string;
}

const services: readonly CiService[] = [
  {
    name: 'GitHub Actions',
    sign: 'GITHUB_ACTIONS',
    commit: ['GITHUB_SHA'],
    branch: ['GITHUB_HEAD_REF', 'GITHUB_REF_NAME'],
    buildUrl: ({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }) =>
      server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined,
    link: 'https://docs.github.com/en/actions/reference/workflows-and-actions/variables',
  },
  {
    name: 'GitLab CI',
    sign: 'GITLAB_CI',
    commit: ['CI_COMMIT_SHA'],
    branch: ['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME', 'CI_COMMIT_REF_NAME'],
    buildUrl: (env) => env.CI_JOB_URL,
    link: 'https://docs.gitlab.com/ci/variables/predefined_variables/',
  },
  {
    name: 'Buildkite',
    sign: 'BUILDKITE',
    commit: ['BUILDKITE_COMMIT'],
    branch: ['BUILDKITE_BRANCH'],
    buildUrl: (env) => env.BUILDKITE_BUILD_URL,
    link: 'https://buildkite.com/docs/pipelines/configure/environment-variables',
  },
  {
    name: 'CircleCI',
    sign: 'CIRCLECI',
    commit: ['CIRCLE_SHA1'],
    branch: ['CIRCLE_BRANCH'],
    buildUrl: (env) => env.CIRCLE_BUILD_URL,
    link: 'https://circleci.com/docs/reference/variables/',
  },
  {
    name: 'Azure Pipelines',
    sign: 'TF_BUILD',
    commit: ['BUILD_SOURCEVERSION'],
    branch: ['SYSTEM_PULLREQUEST_SOURCEBRANCH', 'BUILD_SOURCEBRANCH'],
    buildUrl: ({ SYSTEM_TEAMFOUNDATIONSERVERURI: server, SYSTEM_TEAMPROJECT: project, BUILD_BUILDID: build }) =>
      server && project && build ? `${server}${project}/_build/results?buildId=${build}` : undefined,
    link: 'https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables',
  },
  {
    name: 'Bitbucket Pipelines',
    sign: 'BITBUCKET_BUILD_NUMBER',
    commit: ['BITBUCKET_COMMIT'],
    branch: ['BITBUCKET_BRANCH'],
    buildUrl: ({ BITBUCKET_GIT_HTTP_ORIGIN: origin, BITBUCKET_BUILD_NUMBER: build }) =>
      origin && build ? `${origin}/pipelines/results/${build}` : undefined,
    link: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/',
  },
  {
    name: 'AWS CodeBuild',
    sign: 'CODEBUILD_BUILD_ID',
    commit: ['CODEBUILD_RESOLVED_SOURCE_VERSION'],
    branch: ['CODEBUILD_WEBHOOK_HEAD_REF'],
    buildUrl: (env) => env.CODEBUILD_BUILD_URL,
    link: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html',
  },
  {
    name: 'Jenkins',
    sign: 'JENKINS_URL',
    commit: ['GIT_COMMIT'],
    branch: ['CHANGE_BRANCH', 'BRANCH_NAME', 'GIT_LOCAL_BRANCH', 'GIT_BRANCH'],
    buildUrl: (env) => env.BUILD_URL,
    link: 'https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables',
  },
];

/** The CI service's description of the build; empty for unknown services. */
export function readCiVariables(env: Environment): { commit?: string; branch?: string; buildUrl?: string } {
  const service = services.find(({ sign }) => env[sign]);
  if (service === undefined) return {};
  const first = (names: readonly string[]): string | undefined => names.map((name) => env[name]).find(Boolean);
  const [commit, branch, buildUrl] = [first(service.commit), first(service.branch), service.buildUrl(env)];
  return {
    ...(commit === undefined ? {} : { commit }),
    ...(branch === undefined ? {} : { branch: branch.replace(/^(refs\/heads\/|origin\/)/, '') }),
    ...(buildUrl === undefined ? {} : { buildUrl }),
  };
}
