import { isOurs, readDocument } from '../helpers/document.ts';

const workflow = readDocument('examples/refunds/.github/workflows/contract.yml');

/** The commands in the steps of the workflow, with a value in place of each expression. */
const commands = [...workflow.matchAll(/^ +- run: (.+)$/gm)].map(([, text = '']) =>
  text.replace(/\$\{\{.*?\}\}/g, 'x'),
);

test('the workflow calls only existing commands, with existing options', () => {
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

test('all other commands of the workflow are npm, jest in shards, and the deployment itself', () => {
  const others = new Set(commands.filter((text) => !text.startsWith('npx connect-cases')));
  expect([...others]).toEqual(['npm ci', 'npx jest --shard=x/3', 'echo "deploy here"']);
});

test('credentials come from secrets through the environment', () => {
  expect(workflow).toMatch(/^ {2}PACT_BROKER_TOKEN: \$\{\{ secrets\.PACT_BROKER_TOKEN \}\}$/m);
  expect(commands.filter((text) => /TOKEN|PASSWORD/.test(text))).toEqual([]);
});
