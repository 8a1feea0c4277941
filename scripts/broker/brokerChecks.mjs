import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { processesIn } from './processesIn.mjs';
import { request } from './request.mjs';
import { withBroker } from './withBroker.mjs';

const interaction = { description: 'an event', contents: { content: { id: '1' } } };
const pact = { consumer: { name: 'C' }, provider: { name: 'P' }, messages: [interaction] };

/** Checks of the broker itself, through `startBroker`, with each database. */
export const brokerChecks = ['sqlite', 'postgres'].flatMap((database) =>
  [
    ['asks for credentials', asksForCredentials],
    ['keeps its data over a restart', survivesRestart],
    ['goes on after it was killed', survivesKill],
    ['stalls and resumes', stalls],
    ['two at once', twoAtOnce],
    ['nothing is left of it', leavesNothing],
    ['a directory that is kept', keepsDirectory],
    ['a port that is taken', portTaken],
  ].map(([name, play]) => [`${database}, ${name}`, () => play({ database })]),
);

function asksForCredentials({ database }) {
  return withBroker({ database, username: 'me', password: '12345,6' }, async ({ url, username, password }) => {
    const statuses = [];
    for (const credentials of [{ username, password }, {}, { username, password: 'wrong' }]) {
      statuses.push((await request(url, credentials)).status);
    }
    assert.deepEqual(statuses, [200, 401, 401]);
    return `${statuses.join(', ')} for the right, no and a wrong password`;
  });
}

function survivesRestart({ database }) {
  return withBroker({ database }, async (broker) => {
    await publish(broker);
    await broker.restart();
    await mustHavePact(broker);
    return 'the pact is still there, at the same address';
  });
}

function survivesKill({ database }) {
  return withBroker({ database }, async (broker) => {
    await publish(broker);
    await broker.kill();
    assert.deepEqual(processesIn(broker.directory), []);
    await assert.rejects(request(broker.url), { code: 'ECONNREFUSED' });
    await broker.restart();
    await mustHavePact(broker);
    return 'no process left, connections refused, and after a restart the pact is there';
  });
}

function stalls({ database }) {
  return withBroker({ database }, async (broker) => {
    broker.stall();
    await assert.rejects(request(broker.url, { ...broker, timeout: 1000 }), { name: 'AbortError' });
    broker.resume();
    assert.equal((await request(broker.url, broker)).status, 200);
    broker.stall();
    return 'no answer in 1 s, then 200; stopped while it stalls';
  });
}

function twoAtOnce({ database }) {
  return withBroker({ database }, (one) =>
    withBroker({ database }, async (other) => {
      assert.notEqual(one.url, other.url);
      await publish(one);
      assert.equal((await request(other.url + latest, other)).status, 404);
      return 'each with its own data';
    }),
  );
}

async function leavesNothing({ database }) {
  const { directory, seen } = await withBroker({ database }, async ({ directory }) => {
    assert.ok(existsSync(directory));
    return { directory, seen: processesIn(directory).length };
  });
  assert.ok(seen > 0);
  assert.deepEqual(processesIn(directory), []);
  assert.equal(existsSync(directory), false);
  return `${seen} processes and its directory are gone`;
}

async function keepsDirectory({ database }) {
  const above = mkdtempSync(path.join(tmpdir(), 'connect-cases-kept-'));
  chmodSync(above, 0o711);
  const directory = path.join(above, database === 'sqlite' ? 'a b, c' : 'a b');
  try {
    await withBroker({ database, directory }, publish);
    await withBroker({ database, directory }, mustHavePact);
    assert.deepEqual(processesIn(above), []);
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
  return 'the next broker there has the pact';
}

async function portTaken({ database }) {
  return withBroker({ database }, async ({ url }) => {
    const port = Number(new URL(url).port);
    const message = `Port ${port} of 127.0.0.1 is taken: choose another one.`;
    await assert.rejects(withBroker({ database, port }), { message });
    return 'is refused';
  });
}

const address = '/pacts/provider/P/consumer/C';
const latest = `${address}/latest`;

async function publish(broker) {
  const { status, body } = await request(`${broker.url}${address}/version/1.0.0`, {
    ...broker,
    method: 'PUT',
    body: pact,
  });
  assert.equal(status, 201, body);
}

async function mustHavePact(broker) {
  const { status, body } = await request(broker.url + latest, broker);
  assert.equal(status, 200, body);
  assert.equal(JSON.parse(body).messages[0].description, interaction.description);
}
