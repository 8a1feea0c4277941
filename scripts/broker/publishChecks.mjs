import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { attempt } from '../lib/command.mjs';
import {
  connectCases,
  credentialsOf,
  pactsOf,
  startConnectCases,
  testedConsumer,
  testIn,
  withoutCi,
} from './consumer.mjs';
import { freePort } from './freePort.mjs';
import { proxyOf, selfSigned } from './inTheWay.mjs';
import { inBroker, request } from './request.mjs';
import { withBroker } from './withBroker.mjs';

/** Checks of `connect-cases publish`, `can-i-deploy` and `record-deployment` of the packed product. */
export const publishChecks = [
  ...['sqlite', 'postgres'].map((database) => [
    `${database}, publish from three shards, again, and with other content`,
    () => withBroker({ database }, publishTwice),
  ]),
  ['publish of a dirty work tree, and of an incomplete set', () => withBroker({}, dirtyAndIncomplete)],
  ['publish of eight versions at once', () => withBroker({}, eightAtOnce)],
  ['publish while the broker stops and starts', () => withBroker({}, overRestart)],
  ['publish to a broker that is killed in the middle', () => withBroker({}, killedInTheMiddle)],
  ['publish to a broker that stalls', () => withBroker({}, stalls)],
  ['publish with a wrong password', () => withBroker({}, wrongPassword)],
  ['publish over TLS that nobody trusts', overTls],
  ['publish and verify-provider over TLS that SSL_CERT_FILE trusts', overTrustedTls],
  ['publish to the login page of a proxy', loginPage],
  ['publish to a broker that fails twice', failsTwice],
  ['can-i-deploy and record-deployment without a verification', () => withBroker({}, withoutVerification)],
];

async function publishTwice(broker) {
  const consumer = await testedConsumer('refunds');
  const began = performance.now();
  const first = await connectCases(
    consumer,
    broker,
    'publish',
    '--tag',
    'a',
    '--tag',
    'b',
    '--build-url',
    'https://ci/1',
  );
  const took = performance.now() - began;
  const link = `${broker.url}/pacts/provider/aws.cases/consumer/refunds/version/${consumer.commit}`;
  assert.equal(first.status, 0, first.stderr);
  assert.equal(first.stderr, '');
  const as = `version ${consumer.commit}, branch main, tag a, tag b, build https://ci/1`;
  assert.match(first.stdout, new RegExp(`^refunds: pacts/refunds-aws.cases.json published as ${as} \\(4 inter`));
  assert.ok(first.stdout.includes(link));
  const version = await inBroker(broker, `/pacticipants/refunds/versions/${consumer.commit}`);
  assert.equal(version.buildUrl, 'https://ci/1');
  assert.deepEqual(version._embedded.tags.map(({ name }) => name).sort(), ['a', 'b']);
  assert.deepEqual(
    version._embedded.branchVersions.map(({ name }) => name),
    ['main'],
  );
  const pact = await inBroker(broker, new URL(link).pathname);
  assert.equal(pact.interactions.length, 4);

  const again = await connectCases(consumer, broker, 'publish');
  assert.equal(again.status, 0, again.stderr);

  await testIn(consumer, ['case.caseId', 'performedBy']);
  const other = await connectCases(consumer, broker, 'publish');
  assert.deepEqual([other.status, other.stdout], [1, '']);
  assert.match(other.stderr, new RegExp(`^refunds: version ${consumer.commit} already has another pact in the broker`));
  assert.deepEqual(await inBroker(broker, new URL(link).pathname), pact);
  return `4 interactions in ${(took / 1000).toFixed(1)} s, republished, other content refused`;
}

async function dirtyAndIncomplete(broker) {
  const consumer = await testedConsumer('refunds');
  writeFileSync(path.join(consumer.directory, 'handler.js'), 'changed');
  const dirty = await connectCases(consumer, broker, 'publish', '--dry-run');
  assert.match(dirty.stderr, /^There are uncommitted changes \(handler\.js\): version \w{40} no longer/);
  assert.deepEqual([dirty.status, await versionsOf(broker, 'refunds')], [0, []]);
  await attempt('sh', ['-c', 'rm "$(ls -d pacts/parts/refunds/*/*.part | head -1)"'], { cwd: consumer.directory });
  const incomplete = await connectCases(consumer, broker, 'publish', '-a', '1');
  assert.equal(incomplete.status, 1);
  assert.match(incomplete.stderr, /^refunds: the parts of "refunds handles .*" are missing/);
  assert.deepEqual(await versionsOf(broker, 'refunds'), []);
  return 'said; refused before anything was sent';
}

async function eightAtOnce(broker) {
  const consumer = await testedConsumer('refunds');
  await connectCases(consumer, broker, 'assemble');
  const began = performance.now();
  const versions = Array.from({ length: 8 }, (_, index) => `1.0.${index}`);
  const all = await Promise.all(versions.map((version) => connectCases(consumer, broker, 'publish', '-a', version)));
  for (const { status, stderr } of all) assert.equal(status, 0, stderr);
  assert.deepEqual((await versionsOf(broker, 'refunds')).sort(), versions);
  assert.deepEqual(pactsOf(consumer), ['refunds-aws.cases.json']);
  return `8 of 8 in ${((performance.now() - began) / 1000).toFixed(1)} s`;
}

async function overRestart(broker) {
  const consumer = await testedConsumer('refunds');
  const restarted = broker.restart();
  const [published] = await Promise.all([connectCases(consumer, broker, 'publish', '-a', '1'), restarted]);
  assert.equal(published.status, 0, published.stderr);
  assert.deepEqual(await versionsOf(broker, 'refunds'), ['1']);
  return 'it waited, and is published';
}

async function killedInTheMiddle(broker) {
  const consumer = await testedConsumer('refunds');
  // Every pact sent by then is complete or absent, and the command continues by itself.
  broker.stall();
  const publishing = startConnectCases(consumer, broker, 'publish', '-a', '1');
  await sleep(1500);
  await broker.kill();
  await broker.restart();
  const { status, stderr } = await publishing.exited;
  assert.equal(status, 0, stderr);
  const link = '/pacts/provider/aws.cases/consumer/refunds/version/1';
  assert.equal((await inBroker(broker, link)).interactions.length, 4);
  return 'it was asked again, and is published whole';
}

async function stalls(broker) {
  const consumer = await testedConsumer('refunds');
  broker.stall();
  const began = performance.now();
  const publishing = startConnectCases(consumer, broker, 'publish', '-a', '1');
  await sleep(5000);
  const { stdout: processes } = await attempt('ps', ['-eo', 'args'], {});
  assert.match(processes, / publish -a 1$/m);
  assert.ok(!processes.includes(broker.password));
  const { status, stdout, stderr } = await publishing.exited;
  const seconds = (performance.now() - began) / 1000;
  broker.resume();
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^The broker at \S+ did not answer within 60 seconds\./m);
  assert.ok(seconds < 65, `${seconds}`);
  const { status: then } = await connectCases(consumer, broker, 'publish', '-a', '1');
  assert.equal(then, 0);
  return `given up after ${seconds.toFixed(0)} s, no password in the process list, published when it was well again`;
}

async function wrongPassword(broker) {
  const consumer = await testedConsumer('refunds');
  const wrong = { ...broker, password: 'a-wrong-password' };
  const { status, stdout, stderr } = await connectCases(consumer, wrong, 'publish', '-a', '1');
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(
    stderr,
    /^The broker at \S+ refuses the credentials \(401 Unauthorized\)\. Look at PACT_BROKER_USERNAME/,
  );
  assert.ok(!stderr.includes('a-wrong-password'));
  assert.deepEqual(await versionsOf(broker, 'refunds'), []);
  return stderr.trim();
}

/** Publishes through a proxy that the broker knows. */
async function through({ tls, env, answer }, work) {
  const port = await freePort();
  const url = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  return withBroker({ moreUrls: [url] }, async (broker) => {
    const proxy = await proxyOf({ port, tls, answer, target: () => broker.url });
    try {
      const consumer = await testedConsumer('refunds');
      const cases = (...args) => connectCases(consumer, { ...broker, url, env }, ...args);
      return await work(await cases('publish', '-a', '1'), { ...broker, proxy, cases });
    } finally {
      proxy.close();
    }
  });
}

async function overTls() {
  const tls = selfSigned();
  return through({ tls, answer: () => false }, async ({ status, stderr }, broker) => {
    assert.equal(status, 1);
    assert.match(stderr, /cannot be reached: its certificate is self-signed, and not trusted here\./);
    assert.deepEqual(await versionsOf(broker, 'refunds'), []);
    return stderr.trim();
  });
}

async function overTrustedTls() {
  const tls = selfSigned();
  const directory = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  const env = { SSL_CERT_FILE: path.join(directory, 'ca.pem') };
  writeFileSync(env.SSL_CERT_FILE, tls.cert);
  try {
    return await through({ tls, env, answer: () => false }, async (published, { cases }) => {
      assert.equal(published.status, 0, published.stderr);
      const verified = await cases('verify-provider', '--branch', 'main', '--publish');
      assert.deepEqual([verified.status, verified.stderr], [0, '']);
      const { status, stdout } = await cases('can-i-deploy', '-a', 'refunds', '-e', '1');
      assert.equal(status, 0, stdout);
      return 'published, verified by Node and by Pact, and deployable';
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function loginPage() {
  const answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Please log in</html>');
  };
  return through({ answer }, async ({ status, stderr }, broker) => {
    assert.equal(status, 1);
    assert.match(stderr, /^The server at \S+ is not a Pact Broker: it sent text\/html\. A proxy or a login page/);
    assert.deepEqual(await versionsOf(broker, 'refunds'), []);
    return stderr.trim();
  });
}

function failsTwice() {
  const answer = (_, response, count) => {
    if (count > 2) return false;
    response.writeHead(500).end('oops');
  };
  return through({ answer }, async ({ status, stderr }, broker) => {
    assert.equal(status, 0, stderr);
    assert.deepEqual(await versionsOf(broker, 'refunds'), ['1']);
    return `published with ${broker.proxy.count} requests`;
  });
}

async function withoutVerification(broker) {
  const consumer = await testedConsumer('refunds');
  const ask = (...args) => connectCases(consumer, broker, 'can-i-deploy', '-a', 'refunds', ...args);
  const unknown = await ask('--version', '1');
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /knows no pacticipant "refunds"\. Publish a pact of it first/);
  await connectCases(consumer, broker, 'publish', '-a', '1');
  const nowhere = await ask('--version', '1', '--to-environment', 'mars');
  assert.equal(nowhere.status, 1);
  assert.match(nowhere.stderr, /has no environment "mars"\. Create it/);
  // The suggested command works unchanged.
  const [, advice] = /has no environment ".*"\. Create it \(npx (.*?)\)/.exec(nowhere.stderr);
  const env = { ...withoutCi(), ...credentialsOf(broker) };
  const run = { cwd: consumer.directory, env };
  const created = await attempt('npx', advice.replaceAll('mars', 'production').split(' '), run);
  assert.equal(created.status, 0, created.stdout + created.stderr);
  const no = await ask('--version', '1', '--to-environment', 'production');
  assert.deepEqual([no.status, no.stderr], [1, '']);
  const [answer, pair, link, todo] = no.stdout.split('\n');
  assert.equal(answer, 'Can I deploy refunds 1 to production: no');
  assert.equal(pair, '  refunds 1 with aws.cases: not verified');
  assert.equal(link, `    ${broker.url}/pacts/provider/aws.cases/consumer/refunds/version/1`);
  assert.equal(
    todo,
    '  AWS does not verify pacts: run connect-cases verify-provider --publish. For each model version that it prints, also run connect-cases record-deployment --pacticipant aws.cases --version <that version> --environment production.',
  );
  const record = (version) =>
    connectCases(consumer, broker, 'record-deployment', '-a', 'refunds', '-e', version, '--environment', 'production');
  const unpublished = await record('2');
  assert.equal(unpublished.status, 1);
  assert.match(unpublished.stderr, /^The broker knows no version 2 of refunds\. Publish it first/);
  const recorded = await record('1');
  assert.deepEqual([recorded.status, recorded.stdout], [0, 'refunds 1 is recorded as deployed in production\n']);
  // A version may contain characters that are not allowed in an address.
  for (const odd of ['feat/a+b 1', '100%']) {
    assert.equal((await connectCases(consumer, broker, 'publish', '-a', odd)).status, 0);
    assert.deepEqual((await record(odd)).stdout, `refunds ${odd} is recorded as deployed in production\n`);
  }
  return 'no, with the link; recorded';
}

/** The versions of a pacticipant; none if the broker does not know it. */
async function versionsOf({ url, username, password }, pacticipant) {
  const { status, body } = await request(`${url}/pacticipants/${pacticipant}/versions`, { username, password });
  if (status === 404) return [];
  return JSON.parse(body)._embedded.versions.map(({ number }) => number);
}
