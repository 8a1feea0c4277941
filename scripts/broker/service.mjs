import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** The characters of a service's output that are kept. */
const KEPT = 1_000_000;
const LAST_LINES = 20;

/**
 * Starts a program that keeps running, in its own process group. The kernel kills it when this process ends, even by
 * SIGKILL, and even while it is stopped. `user` is its user if this process is root.
 */
export function startService(name, [command, ...args], { cwd, env, user } = {}) {
  const prefix = ['--pdeathsig', 'KILL', ...asUser(user), '--', command];
  const child = spawn('setpriv', [...prefix, ...args], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      printed = (printed + text).slice(-KEPT);
    });
  }
  const service = { pid: child.pid, running: true, log: () => printed, signal, until, end };
  const ended = new Promise((resolve) => {
    const settle = (why) => {
      service.running = false;
      resolve(why);
    };
    child.once('error', (error) => settle(error.message));
    child.once('close', (code, signal) => settle(`it ended with ${code ?? signal}`));
  });
  return service;

  /** Sends a signal to the whole group. */
  function signal(which) {
    if (!service.running || child.pid === undefined) return;
    try {
      process.kill(-child.pid, which);
    } catch (error) {
      // It has just ended.
      if (error.code !== 'ESRCH') throw error;
    }
  }

  /** Waits until `isReady`; if the service ends or takes too long, throws its last output. */
  async function until(isReady, seconds) {
    const limit = performance.now() + seconds * 1000;
    while (!(await isReady())) {
      const why = service.running ? `it is not ready after ${seconds} s` : await ended;
      if (service.running && performance.now() < limit) await sleep(50);
      else throw new Error(`${name} does not start: ${why}. It said last:\n${lastLines(printed)}`);
    }
  }

  /** Ends it by a signal, and kills it if it still runs after some seconds. */
  async function end(which, seconds = 5) {
    signal('SIGCONT');
    signal(which);
    const timer = setTimeout(() => signal('SIGKILL'), seconds * 1000);
    await ended;
    clearTimeout(timer);
  }
}

/** The arguments of `setpriv` that run a program as another user. */
export function asUser(user) {
  return user === undefined ? [] : ['--reuid', user, '--regid', user, '--init-groups'];
}

/** Omits stack lines, which in Ruby would leave no room for the error. */
function lastLines(text) {
  const lines = text.trimEnd().split('\n');
  return lines
    .filter((line) => !/^\s+from |:\d+:in `[^']+'$/.test(line))
    .slice(-LAST_LINES)
    .join('\n');
}
