import { randomBytes } from 'node:crypto';
import { brokerProcesses } from './brokerProcesses.mjs';
import { freePort, mustBeFree } from './freePort.mjs';
import { installBroker } from './installBroker.mjs';
import { request } from './request.mjs';

/** Seconds pass between finding a free port and using it, and another process may take it. */
const TRIES = 3;

/**
 * Starts a real Pact Broker on the loopback address, and first installs what is missing. It ends with this process.
 * Without `directory` its data are temporary, and `stop` removes them. `moreUrls` are further addresses for clients,
 * such as a proxy's; the broker's links then use them.
 */
export async function startBroker(options = {}) {
  const { database = 'sqlite', port, tell } = options;
  if (!['sqlite', 'postgres'].includes(database)) throw new Error(`No such database: ${database}`);
  const gems = await installBroker({ database, tell });
  if (port !== undefined) {
    await mustBeFree(port);
    return startOn(port, gems, options);
  }
  for (let tries = 1; ; tries++) {
    try {
      return await startOn(await freePort(), gems, options);
    } catch (error) {
      if (tries === TRIES || !error.message.includes('Address already in use')) throw error;
    }
  }
}

async function startOn(port, gems, options) {
  const { database = 'sqlite', directory, moreUrls = [] } = options;
  const { username = 'connect-cases', password = randomBytes(12).toString('hex') } = options;
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    ...gems,
    BROKER_USERNAME: username,
    BROKER_PASSWORD: password,
    BROKER_BASE_URLS: [url, ...moreUrls].join(' '),
  };
  const ready = () => answers(url, { username, password });
  const { start, ...broker } = brokerProcesses({ database, port, directory, settings, ready });
  await start();
  return { url, username, password, ...broker };
}

/** The first requests load most of the broker's code: sends one of each kind before any measurement or time limit. */
async function answers(url, credentials) {
  const statusOf = async (where) => (await request(url + where, credentials)).status;
  try {
    return (await statusOf('/diagnostic/status/heartbeat')) === 200 && (await statusOf('/')) === 200;
  } catch {
    return false;
  }
}
