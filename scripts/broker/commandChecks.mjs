import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { start } from '../lib/command.mjs';
import { freePort } from './freePort.mjs';
import { processesIn } from './processesIn.mjs';
import { request } from './request.mjs';
import { withBroker } from './withBroker.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const module = pathToFileURL(path.join(import.meta.dirname, 'startBroker.mjs'));

/** The ways in which a process that started a broker may end: its code, its signal, whether it can clean up. */
const ends = {
  'an exception': { code: 'throw new Error("on purpose")' },
  exit: { code: 'process.exit(3)' },
  SIGTERM: { signal: 'SIGTERM' },
  SIGKILL: { signal: 'SIGKILL', helpless: true },
  'SIGKILL while it stalls': { code: 'broker.stall()', signal: 'SIGKILL', helpless: true },
};

/** Checks of `npm run broker`, and of a broker whose starting process ends. */
export const commandChecks = [
  ['npm run broker, Ctrl-C', () => runUntil('SIGINT', [])],
  ['npm run broker --postgres, SIGTERM', () => runUntil('SIGTERM', ['--postgres'])],
  ['npm run broker --port', async () => runUntil('SIGINT', ['--port', String(await freePort())])],
  ['npm run broker, wrong options', wrongOptions],
  ['npm run broker, a port that is taken', portTaken],
  ...['sqlite', 'postgres'].flatMap((database) =>
    Object.entries(ends).map(([name, how]) => [
      `${database}, its process ends by ${name}`,
      () => leaves(database, how),
    ]),
  ),
];

/** A signal to the whole group, like a terminal's Ctrl-C. */
async function runUntil(signal, args) {
  const { child, printed, exited } = npmRunBroker(args, { detached: true });
  await printedIn(printed, /PASSWORD=.+\n/, exited);
  const exported = Object.fromEntries(
    [...printed.stdout.matchAll(/^export PACT_BROKER_(\w+)=(.+)$/gm)].map(([, ...pair]) => pair),
  );
  const credentials = { username: exported.USERNAME, password: exported.PASSWORD };
  assert.equal((await request(exported.BASE_URL, credentials)).status, 200);
  const port = new URL(exported.BASE_URL).port;
  if (args[0] === '--port') assert.equal(port, args[1]);
  process.kill(-child.pid, signal);
  const { status, stdout, stderr, signal: by } = await exited;
  assert.equal(stderr, '');
  assert.match(stdout, /# Stopped; its data are gone\.\n$/);
  await assert.rejects(request(exported.BASE_URL), { code: 'ECONNREFUSED' });
  // npm itself ends by the signal too.
  return `its lines are right, it stops cleanly, npm ends with ${status ?? by}`;
}

async function wrongOptions() {
  const wrong = [['--prot', '1'], ['--port', '0'], ['--port', '1e3'], ['--keep'], ['extra']];
  for (const args of wrong) {
    const { status, stderr } = await npmRunBroker(args).exited;
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, /^Usage: npm run broker/m);
  }
  return `${wrong.length} ways, exit code 2`;
}

function portTaken() {
  return withBroker({}, async ({ url }) => {
    const { port } = new URL(url);
    const { status, stderr } = await npmRunBroker(['--port', port]).exited;
    assert.deepEqual(
      { status, stderr },
      { status: 1, stderr: `Port ${port} of 127.0.0.1 is taken: choose another one.\n` },
    );
    return 'exit code 1';
  });
}

async function leaves(database, { code = '', signal, helpless = false }) {
  const script = `import { startBroker } from ${JSON.stringify(module)};
const broker = await startBroker({ database: ${JSON.stringify(database)} });
console.log(broker.directory + '|');
${code};
setInterval(() => {}, 1000);`;
  const { child, printed, exited } = start(process.execPath, ['--input-type=module', '-e', script]);
  await printedIn(printed, /\|/, exited);
  const [directory] = printed.stdout.split('|');
  if (signal !== undefined) child.kill(signal);
  const { status, signal: by } = await exited;
  assert.equal(by, signal ?? null);
  await noneIn(directory);
  assert.equal(existsSync(directory), helpless);
  rmSync(directory, { recursive: true, force: true });
  return `ended with ${status ?? by}, no process is left, ${helpless ? 'but' : 'nor'} its directory`;
}

/** The kernel's signal, and PostgreSQL's children, take a moment. */
async function noneIn(directory) {
  for (let tries = 0; tries < 100 && processesIn(directory).length > 0; tries++) await sleep(50);
  assert.deepEqual(processesIn(directory), []);
}

function npmRunBroker(args, options) {
  return start('npm', ['run', '--silent', 'broker', '--', ...args], { cwd: root, ...options });
}

async function printedIn(printed, pattern, exited) {
  let ended;
  exited.then((result) => {
    ended = result;
  });
  while (!pattern.test(printed.stdout)) {
    if (ended !== undefined) throw new Error(`It ended with ${ended.status ?? ended.signal}\n${ended.stderr}`);
    await sleep(50);
  }
}
