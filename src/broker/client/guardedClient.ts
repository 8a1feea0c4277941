import { type ChildProcess, spawn } from 'node:child_process';
import { withoutBroker } from './brokerAccess.ts';

/** A program that is to end with this process, and its arguments. */
export interface GuardedProgram {
  readonly file: string;
  readonly parameters: readonly string[];
  readonly cwd: string;
  /** Its environment; it goes by message, and the process between holds none of it. */
  readonly env: NodeJS.ProcessEnv;
  /** So many milliseconds it may run, also when this process is no more. */
  readonly most: number;
}

/**
 * Starts a program by a process of ten lines that ends it when this process ends, however that is (nobody can act on
 * SIGKILL), and when its time is up. Any message to it ends it at once; one from it says why it could not be started.
 */
export function startGuarded(program: GuardedProgram): ChildProcess {
  const { NODE_OPTIONS: _, ...env } = withoutBroker(process.env);
  const child = spawn(process.execPath, ['-e', GUARD], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env });
  // One that was not started has no channel; its event tells why.
  if (child.pid !== undefined) child.send(program);
  return child;
}

const GUARD = `
const { spawn } = require('node:child_process');
process.once('message', ({ file, parameters, cwd, env, most }) => {
  const child = spawn(file, parameters, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const end = () => child.pid && child.kill('SIGKILL');
  process.on('disconnect', end);
  process.on('message', end);
  if (!process.connected) end();
  setTimeout(end, most);
  child.on('error', ({ message }) => process.send(message, () => process.exit(1)));
  child.on('exit', (code) => process.exit(code ?? 1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
});
`;
