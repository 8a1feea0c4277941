import { spawn } from 'node:child_process';

/** The environment of a consumer's shell, without colours and without Pact's usage statistics. */
const plain = { PACT_DO_NOT_TRACK: 'true', NO_COLOR: '1', FORCE_COLOR: '0' };

/** The environment of a command: `undefined` removes a variable. */
function environment(changes = {}) {
  const env = { ...process.env, ...plain, ...changes };
  // The variables of the outer runner must not reach the tested runner.
  for (const name of ['NODE_OPTIONS', 'JEST_WORKER_ID', 'VITEST', 'NODE_TEST_CONTEXT']) {
    if (!(name in changes)) delete env[name];
  }
  return env;
}

/** Starts a command and collects its output; `exited` settles with it. */
export function start(command, args, { cwd, env, timeout = 240_000, detached = false } = {}) {
  const shell = process.platform === 'win32' && !command.endsWith('.exe');
  const child = spawn(command, args, {
    cwd,
    env: environment(env),
    shell,
    detached,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr']) {
    child[stream].setEncoding('utf8').on('data', (text) => {
      printed[stream] += text;
    });
  }
  const exited = new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), timeout);
    const settle = (result) => {
      clearTimeout(timer);
      resolve({ ...printed, ...result });
    };
    child.on('error', (error) => settle({ status: null, stderr: error.message }));
    child.on('close', (status, signal) => settle({ status, signal }));
  });
  return { child, printed, exited };
}

/** Runs a command to its end, with any exit code. */
export function attempt(command, args, options) {
  return start(command, args, options).exited;
}

/** The output of a command; a failed one throws with all of its output. */
export async function run(command, args, options) {
  const { status, signal, stdout, stderr } = await attempt(command, args, options);
  if (status === 0) return stdout;
  throw new Error(`${[command, ...args].join(' ')} ended with ${status ?? signal}\n${stdout}${stderr}`);
}
