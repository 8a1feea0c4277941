import { isOurs, readDocument } from '../document.ts';

const workflow = readDocument('examples/refunds/.github/workflows/contract.yml');

/** What the steps of the workflow run, with a value in place of each expression. */
const commands = [...workflow.matchAll(/^ +- run: (.+)$/gm)].map(([, text = '']) =>
  text.replace(/\$\{\{.*?\}\}/g, 'x'),
);

test('the workflow calls what there is, with the options that it has', () => {
  const ours = commands.filter((text) => text.startsWith('npx connect-cases'));
  expect(ours.filter((text) => !isOurs(text))).toEqual([]);
  expect(ours.map((text) => text.split(' ')[2])).toEqual([
    'assemble',
    'publish',
    'verify-provider',
    'can-i-deploy',
    'record-deployment',
  ]);
});

test('all else that it runs is npm, jest in shards, and the deployment itself', () => {
  const others = new Set(commands.filter((text) => !text.startsWith('npx connect-cases')));
  expect([...others]).toEqual(['npm ci', 'npx jest --shard=x/3', 'echo "deploy here"']);
});

test('credentials are in secrets and go by environment', () => {
  expect(workflow).toMatch(/^ {2}PACT_BROKER_TOKEN: \$\{\{ secrets\.PACT_BROKER_TOKEN \}\}$/m);
  expect(commands.filter((text) => /TOKEN|PASSWORD/.test(text))).toEqual([]);
});
