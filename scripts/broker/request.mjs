import assert from 'node:assert/strict';
import http from 'node:http';

/**
 * One request on its own connection, with a time limit; returns `{ status, body }`. `fetch` reuses connections, and a
 * restarted broker would break the next request.
 */
export function request(url, { method = 'GET', username, password, body, timeout = 10_000 } = {}) {
  const auth = username === undefined ? undefined : `${username}:${password}`;
  const headers = { accept: 'application/hal+json, application/json', 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(timeout);
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { method, auth, headers, signal, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, body: text })).on('error', reject);
    });
    sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** The broker's content at a path, which must exist. */
export async function inBroker({ url, username, password }, where) {
  const { status, body } = await request(url + where, { username, password });
  assert.equal(status, 200, `${where}: ${body}`);
  return JSON.parse(body);
}

/** Makes an environment for deployments. */
export async function createEnvironment({ url, username, password }, name) {
  const body = { name, displayName: name, production: name === 'production' };
  const { status, body: answer } = await request(`${url}/environments`, { method: 'POST', username, password, body });
  assert.equal(status, 201, answer);
}
