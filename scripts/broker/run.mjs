// `npm run broker`: a real Pact Broker on this machine until Ctrl-C. `-- --postgres`, `-- --port N`, `-- --keep DIR`.
import { parseArgs } from 'node:util';
import { secondsSince } from '../lib/secondsSince.mjs';
import { installBroker } from './installBroker.mjs';
import { startBroker } from './startBroker.mjs';

const usage = `Usage: npm run broker -- [options]
  --postgres    PostgreSQL as its database instead of SQLite
  --port N      a port of 127.0.0.1 (default: one that is free)
  --keep DIR    keeps its data in this directory, and goes on with those that are there`;

const options = optionsFrom(process.argv.slice(2));
try {
  if (options !== undefined) await serve(options);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function serve({ postgres, port, keep }) {
  const database = postgres ? 'postgres' : 'sqlite';
  await installBroker({ database });
  const began = performance.now();
  const broker = await startBroker({ database, port, directory: keep });
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
  });
  console.log(`# A Pact Broker with ${postgres ? 'PostgreSQL' : 'SQLite'}, up in ${secondsSince(began)}; Ctrl-C stops it.
export PACT_BROKER_BASE_URL=${broker.url}
export PACT_BROKER_USERNAME=${broker.username}
export PACT_BROKER_PASSWORD=${broker.password}`);
  await ended;
  await broker.stop();
  console.log(keep === undefined ? '# Stopped; its data are gone.' : `# Stopped; its data are in ${keep}.`);
}

/** The options, or undefined after a message if they are wrong. */
function optionsFrom(args) {
  try {
    const options = { postgres: { type: 'boolean' }, port: { type: 'string' }, keep: { type: 'string' } };
    const { values } = parseArgs({ args, options, strict: true });
    return { ...values, port: values.port === undefined ? undefined : portFrom(values.port) };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
}

function portFrom(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw new Error(`--port takes 1 to 65535, not "${text}"`);
  return port;
}
