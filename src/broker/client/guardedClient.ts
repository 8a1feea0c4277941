import { type ChildProcess, spawn } from 'node:child_process';
import { removeBrokerVariables } from './brokerAccess.ts';

/** A program that must end with this process, and its arguments. */
export interface GuardedProgram {
  readonly file: string;
  readonly parameters: readonly string[];
  readonly cwd: string;
  /** Its environment, sent as a message, so that the guard process itself has none of it. */
  readonly env: NodeJS.ProcessEnv;
  /** The milliseconds that it may run, even if this process is gone. */
  readonly most: number;
}

/**
 * Starts a program through a guard process of ten lines. The guard ends it when this process ends in any way (even by
 * SIGKILL), and when its time is up. Any message to the guard ends the program at once; a message from it explains why
 * the program did not start.
 */
export function startGuarded(program: GuardedProgram): ChildProcess {
  const { NODE_OPTIONS: _, ...env } = removeBrokerVariables(process.env);
  const child = spawn(process.execPath, ['-e', GUARD], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env });
  // A program that did not start has no channel; its event explains why.
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
