import { readCiVariables } from '../../../src/broker/readCiVariables.ts';

test.each([
  [
    'a push in GitHub Actions',
    {
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: 'c0ffee',
      GITHUB_HEAD_REF: '',
      GITHUB_REF_NAME: 'main',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'team/refunds',
      GITHUB_RUN_ID: '17',
    },
    { commit: 'c0ffee', branch: 'main', buildUrl: 'https://github.com/team/refunds/actions/runs/17' },
  ],
  [
    'a pull request in GitHub Actions',
    { GITHUB_ACTIONS: 'true', GITHUB_SHA: 'c0ffee', GITHUB_HEAD_REF: 'feat/x', GITHUB_REF_NAME: '5/merge' },
    { commit: 'c0ffee', branch: 'feat/x' },
  ],
  [
    'a merge request in GitLab CI',
    {
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: 'c0ffee',
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'feat/x',
      CI_COMMIT_REF_NAME: 'refs/merge-requests/1/head',
      CI_JOB_URL: 'https://gitlab.example.com/jobs/3',
    },
    { commit: 'c0ffee', branch: 'feat/x', buildUrl: 'https://gitlab.example.com/jobs/3' },
  ],
  [
    'Buildkite',
    {
      BUILDKITE: 'true',
      BUILDKITE_COMMIT: 'c0ffee',
      BUILDKITE_BRANCH: 'main',
      BUILDKITE_BUILD_URL: 'https://buildkite.com/t/p/builds/1',
    },
    { commit: 'c0ffee', branch: 'main', buildUrl: 'https://buildkite.com/t/p/builds/1' },
  ],
  [
    'CircleCI',
    {
      CIRCLECI: 'true',
      CIRCLE_SHA1: 'c0ffee',
      CIRCLE_BRANCH: 'main',
      CIRCLE_BUILD_URL: 'https://circleci.com/gh/t/r/1',
    },
    { commit: 'c0ffee', branch: 'main', buildUrl: 'https://circleci.com/gh/t/r/1' },
  ],
  [
    'Azure Pipelines',
    {
      TF_BUILD: 'True',
      BUILD_SOURCEVERSION: 'c0ffee',
      BUILD_SOURCEBRANCH: 'refs/heads/feat/x',
      SYSTEM_TEAMFOUNDATIONSERVERURI: 'https://dev.azure.com/team/',
      SYSTEM_TEAMPROJECT: 'refunds',
      BUILD_BUILDID: '8',
    },
    { commit: 'c0ffee', branch: 'feat/x', buildUrl: 'https://dev.azure.com/team/refunds/_build/results?buildId=8' },
  ],
  [
    'Bitbucket Pipelines',
    {
      BITBUCKET_BUILD_NUMBER: '4',
      BITBUCKET_COMMIT: 'c0ffee',
      BITBUCKET_BRANCH: 'main',
      BITBUCKET_GIT_HTTP_ORIGIN: 'https://bitbucket.org/team/refunds',
    },
    { commit: 'c0ffee', branch: 'main', buildUrl: 'https://bitbucket.org/team/refunds/pipelines/results/4' },
  ],
  [
    'AWS CodeBuild',
    {
      CODEBUILD_BUILD_ID: 'refunds:1',
      CODEBUILD_RESOLVED_SOURCE_VERSION: 'c0ffee',
      CODEBUILD_WEBHOOK_HEAD_REF: 'refs/heads/main',
      CODEBUILD_BUILD_URL: 'https://console.example.com/1',
    },
    { commit: 'c0ffee', branch: 'main', buildUrl: 'https://console.example.com/1' },
  ],
  [
    'Jenkins',
    {
      JENKINS_URL: 'https://ci.example.com',
      GIT_COMMIT: 'c0ffee',
      GIT_BRANCH: 'origin/main',
      BUILD_URL: 'https://ci/1',
    },
    { commit: 'c0ffee', branch: 'main', buildUrl: 'https://ci/1' },
  ],
])('%s supplies the commit and branch of the build, and its address', (_, env, facts) => {
  expect(readCiVariables(env)).toEqual(facts);
});

test('the variables of a service that is not running supply nothing', () => {
  expect(readCiVariables({ GITHUB_SHA: 'c0ffee', CI_COMMIT_SHA: 'c0ffee', BUILD_URL: 'https://ci/1' })).toEqual({});
});
