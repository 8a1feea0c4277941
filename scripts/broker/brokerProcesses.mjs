import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postgresCluster } from './postgres.mjs';
import { startService } from './service.mjs';
import { untilTheEnd } from './untilTheEnd.mjs';

const SECONDS_TO_START = 120;
const configuration = path.join(import.meta.dirname, 'config.ru');

/** The broker's processes and directory, which end together. */
export function brokerProcesses({ database, port, directory: kept, settings, ready }) {
  const directory = kept === undefined ? temporaryDirectory(database) : path.resolve(kept);
  let logOfEarlier = '';
  let cluster;
  let postgres;
  let puma;
  let stopped;
  const forget = untilTheEnd({ stop, abandon });
  return { directory, start, stop, kill, stall, resume, restart, log };

  async function start() {
    try {
      mkdirSync(directory, { recursive: true });
      if (database === 'postgres') cluster ??= await postgresCluster(directory);
      await startPostgres();
      await startPuma();
    } catch (error) {
      await stop();
      throw error;
    }
  }

  async function startPostgres() {
    mustNotBeStopped();
    if (cluster === undefined || postgres?.running) return;
    postgres = cluster.start();
    await postgres.until(() => postgres.log().includes('ready to accept connections'), SECONDS_TO_START);
  }

  async function startPuma() {
    mustNotBeStopped();
    logOfEarlier = log();
    const env = brokerEnvironment({ ...settings, ...(cluster?.settings ?? sqliteIn(directory)) });
    const bind = `tcp://127.0.0.1:${port}`;
    const command = ['bundle', 'exec', 'puma', '-C', '-', '-b', bind, '-t', '4:4', '-w', '0', configuration];
    puma = startService('The Pact Broker', command, { cwd: directory, env });
    await puma.until(ready, SECONDS_TO_START);
  }

  /** Ends all processes in order and removes temporary data; a second call does nothing. */
  function stop() {
    stopped ??= endAll('SIGTERM', 'SIGINT').then(() => {
      if (kept === undefined) removeDirectory(directory);
      forget();
    });
    return stopped;
  }

  /** Ends all processes like a crash. The data stay for `restart`, until `stop`. */
  function kill() {
    // SIGQUIT is PostgreSQL's immediate shutdown: SIGKILL would leave its children running for a while.
    return endAll('SIGKILL', 'SIGQUIT');
  }

  async function endAll(pumaSignal, postgresSignal) {
    await puma?.end(pumaSignal);
    await postgres?.end(postgresSignal, 20);
  }

  /** For the end of this process, when it cannot wait for anything. */
  function abandon() {
    puma?.signal('SIGKILL');
    postgres?.signal('SIGQUIT');
    if (kept === undefined) removeDirectory(directory);
  }

  /** From now on it answers nothing; the system still accepts connections. */
  function stall() {
    puma.signal('SIGSTOP');
  }

  function resume() {
    puma.signal('SIGCONT');
  }

  /** Ends a running broker, and starts it on the same port with the same data. */
  async function restart() {
    await puma?.end('SIGTERM');
    await startPostgres();
    await startPuma();
  }

  /** The broker's output so far. */
  function log() {
    return logOfEarlier + (puma?.log() ?? '');
  }

  function mustNotBeStopped() {
    if (stopped !== undefined) throw new Error('This broker has been stopped.');
  }
}

/** Our environment without the broker's own variables, which a developer may have set for the client. */
function brokerEnvironment(settings) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(PACT_|BROKER_|PUMA_)/.test(name));
  // Setting it in config.ru would be too late: the broker would not log if its directory contains a comma.
  const own = { PACT_BROKER_LOG_STREAM: 'stdout', RACK_ENV: 'production', APP_ENV: 'production' };
  return { ...Object.fromEntries(inherited), ...own, ...settings };
}

function sqliteIn(directory) {
  return { BROKER_DATABASE_ADAPTER: 'sqlite', BROKER_DATABASE_NAME: path.join(directory, 'broker.sqlite3') };
}

function temporaryDirectory(database) {
  const directory = mkdtempSync(path.join(tmpdir(), 'connect-cases-broker-'));
  // PostgreSQL's user must be able to reach its own directory inside.
  if (database === 'postgres') chmodSync(directory, 0o711);
  return directory;
}

/** PostgreSQL may still write while its process ends. */
function removeDirectory(directory) {
  rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
