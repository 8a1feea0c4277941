import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { attempt } from '../lib/command.mjs';
import { request } from './request.mjs';
import { withBroker } from './withBroker.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

/** Checks of `connect-cases verify-provider` with a broker's pacts, and of the results in the broker. */
export const providerChecks = [
  ['verify-provider, published results decide can-i-deploy', resultsDecide],
  ['verify-provider, selectors', selectors],
  ['verify-provider, a wrong password', wrongPassword],
  ['verify-provider, a broker that is gone', gone],
  ['verify-provider, a broker that stalls', stalled],
  ['verify-provider, a hundred consumers of six interactions each, from files', aHundredConsumers],
];

function resultsDecide() {
  return withCommand(async (broker, cases) => {
    await publish(broker, 'honest', '1', { case: { caseId: 'c' } });
    await publish(broker, 'demanding', '1', { performedBy: { user: { userArn: 'arn' } } });
    const { status, stdout, stderr } = await cases(
      'verify-provider',
      '--publish',
      '--provider-branch',
      'main',
      '--json',
    );
    assert.equal(status, 1, stderr);
    assert.match(stderr, /1 of 2 pacts expect more than AWS promises: demanding\./);
    const { providerVersion, pacts } = JSON.parse(stdout);
    assert.deepEqual(pacts.map(({ consumer, holds, published }) => [consumer, holds, published]).sort(), [
      ['demanding', false, true],
      ['honest', true, true],
    ]);
    const version = JSON.parse(
      (await ask(broker, `/pacticipants/aws.cases/versions/${encodeURIComponent(providerVersion)}`)).body,
    );
    assert.equal(version.number, providerVersion);
    for (const [consumer, code] of [
      ['honest', 0],
      ['demanding', 1],
    ]) {
      const answer = await cases('can-i-deploy', '--pacticipant', consumer, '--version', '1');
      assert.equal(answer.status, code, answer.stdout + answer.stderr);
    }
    return `as ${providerVersion}: honest can be deployed, demanding cannot`;
  });
}

function selectors() {
  return withCommand(async (broker, cases) => {
    await publish(broker, 'honest', '1', { case: { caseId: 'c' } });
    await publish(broker, 'honest', '2', { case: { templateId: 't' } }, 'feature');
    const counts = [];
    for (const options of [
      [],
      ['--branch', 'feature'],
      ['--branch', 'feature', '--main-branch'],
      ['--consumer', 'honest'],
    ]) {
      const { status, stdout, stderr } = await cases('verify-provider', '--json', ...options);
      assert.equal(status, 0, stderr);
      counts.push(JSON.parse(stdout).pacts.length);
    }
    assert.deepEqual(counts, [1, 1, 2, 1]);
    const { status, stderr } = await cases('verify-provider', '--branch', 'none');
    assert.equal(status, 1);
    assert.match(stderr, /has no pact with aws\.cases for \[\{"branch":"none"\}\]/);
    return `${counts.join(', ')} pacts`;
  });
}

function wrongPassword() {
  return withCommand(async (_, cases) => {
    const { status, stdout, stderr } = await cases.with({ PACT_BROKER_PASSWORD: 'not-the-one' }, 'verify-provider');
    assert.equal(status, 1);
    assert.match(stderr, /refuses the credentials \(401 Unauthorized\)/);
    assert.doesNotMatch(stdout + stderr, /not-the-one/);
    return 'exit code 1';
  });
}

function gone() {
  return withCommand(async (broker, cases) => {
    await broker.kill();
    const { status, stderr } = await cases('verify-provider');
    assert.equal(status, 1);
    assert.match(stderr, /cannot be reached: nothing listens there\./);
    return 'exit code 1';
  });
}

function stalled() {
  return withCommand(async (broker, cases) => {
    broker.stall();
    const began = performance.now();
    const { status, stderr } = await cases('verify-provider');
    broker.resume();
    assert.equal(status, 1);
    assert.match(stderr, /did not answer within 60 seconds\./);
    assert.ok(performance.now() - began < 75_000);
    return 'exit code 1 after a minute';
  });
}

/** Measures speed and memory: pacts of the example's size that differ only in their names. */
function aHundredConsumers() {
  return withCommand(async (_, cases, directory) => {
    const consumers = Array.from({ length: 100 }, (_, number) => `consumer-${number}`);
    const files = consumers.map((consumer) => path.join(directory, `${consumer}.json`));
    for (const [number, file] of files.entries()) writeFileSync(file, JSON.stringify(pactOf(consumers[number], six)));
    const noted = path.join(directory, 'memory.txt');
    const noting = path.join(directory, 'noting.cjs');
    writeFileSync(
      noting,
      `process.on('exit', () => require('node:fs').appendFileSync(${JSON.stringify(noted)}, process.resourceUsage().maxRSS + '\\n'));`,
    );
    const began = performance.now();
    const { status, stdout, stderr } = await cases.with(
      { NODE_OPTIONS: `--require ${noting}` },
      'verify-provider',
      '--json',
      ...files,
    );
    assert.equal(status, 0, stderr);
    const seconds = (performance.now() - began) / 1000;
    const interactions = JSON.parse(stdout).pacts.flatMap((pact) => pact.interactions);
    assert.equal(interactions.length, 600);
    const events = interactions.reduce((sum, interaction) => sum + interaction.events, 0);
    // Killed verifier processes record nothing.
    const megabytes = Math.max(...readFileSync(noted, 'utf8').trim().split('\n').map(Number)) / 1024;
    return `${(600 / seconds).toFixed(1)} interactions/s, ${events.toLocaleString('en')} events, ${megabytes.toFixed(0)} MB`;
  });
}

/** One interaction of each event type. */
const six = [
  ['CASE.CREATED', { case: { caseId: 'c' } }],
  ['CASE.UPDATED', { case: { caseId: 'c' }, changedFieldIds: ['status'] }],
  ['CASE.DELETED', { case: { caseId: 'c' } }],
  ['RELATED_ITEM.CREATED', { relatedItem: { relatedItemId: 'r', caseId: 'c' } }],
  ['RELATED_ITEM.UPDATED', { relatedItem: { relatedItemId: 'r', caseId: 'c' } }],
  ['CASE.RELATED_ITEM.DELETED', { relatedItem: { relatedItemId: 'r', caseId: 'c' } }],
];

/** A broker and the built command; `cases.with` changes its environment. */
async function withCommand(work) {
  const directory = mkdtempSync(path.join(tmpdir(), 'provider-checks-'));
  const outfile = path.join(directory, 'cli.cjs');
  const external = ['@pact-foundation/pact', 'fast-check', 'jiti'];
  const entryPoints = [path.join(root, 'src/cli/main.ts')];
  await build({ bundle: true, platform: 'node', logLevel: 'error', entryPoints, external, outfile });
  try {
    return await withBroker({}, (broker) => {
      const env = {
        NODE_PATH: path.join(root, 'node_modules'),
        PACT_BROKER_BASE_URL: broker.url,
        PACT_BROKER_USERNAME: broker.username,
        PACT_BROKER_PASSWORD: broker.password,
      };
      const withEnv = async (changes, ...parameters) => {
        const run = await attempt(process.execPath, [outfile, ...parameters], {
          cwd: directory,
          env: { ...env, ...changes },
        });
        assert.ok(!(run.stdout + run.stderr).includes(broker.password));
        return run;
      };
      return work(
        broker,
        Object.assign((...parameters) => withEnv({}, ...parameters), { with: withEnv }),
        directory,
      );
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function publish(broker, consumer, version, demanded, branch = 'main') {
  const pact = pactOf(consumer, [['CASE.UPDATED', demanded]]);
  const contract = {
    consumerName: consumer,
    providerName: 'aws.cases',
    specification: 'pact',
    contentType: 'application/json',
    content: Buffer.from(JSON.stringify(pact)).toString('base64'),
  };
  const body = { pacticipantName: consumer, pacticipantVersionNumber: version, branch, contracts: [contract] };
  const { status, body: answer } = await ask(broker, '/contracts/publish', { method: 'POST', body });
  assert.equal(status, 200, answer);
}

/** A pact that demands some members of each event type's detail, by type. */
function pactOf(consumer, demands) {
  const interactions = demands.map(([eventType, demanded]) => ({
    type: 'Asynchronous/Messages',
    description: `an event ${eventType}`,
    contents: {
      content: { detail: { eventType, ...demanded } },
      contentType: 'application/json',
      encoded: false,
    },
    matchingRules: { body: { $: { combine: 'AND', matchers: [{ match: 'type' }] }, ...spelling[eventType] } },
  }));
  const metadata = { pactSpecification: { version: '4.0' } };
  return { consumer: { name: consumer }, provider: { name: 'aws.cases' }, interactions, metadata };
}

/** It is an open question whether the event types of related items begin with CASE. */
const spelling = Object.fromEntries(
  six
    .filter(([eventType]) => eventType.includes('RELATED_ITEM'))
    .map(([eventType]) => {
      const matchers = [{ match: 'regex', regex: `(CASE\\.)?${eventType.replace('CASE.', '').replace('.', '\\.')}` }];
      return [eventType, { '$.detail.eventType': { combine: 'AND', matchers } }];
    }),
);

function ask({ url, username, password }, where, options = {}) {
  return request(url + where, { username, password, ...options });
}
