import { createRequire } from 'node:module';
import { escapeControls } from './escapeControls.ts';
import { getUnfakedTimers, type Timers } from './getUnfakedTimers.ts';
import { loadNodeModule } from './loadNodeModule.ts';

/** Evaluates an expression in the main realm, outside any runner's sandbox. */
export function evaluateInMainRealm<Value>(expression: string): Value {
  return loadNodeModule('node:vm').runInThisContext(expression) as Value;
}

/**
 * The real process. Inside jest's sandbox the global `process` is a copy: it never sees an unhandled rejection, and
 * fake timers replace its clock.
 */
export const realProcess: NodeJS.Process = evaluateInMainRealm('process');

/**
 * Node's own `require` as seen from a file. Its modules stay loaded for all test files of a worker, while jest's
 * `require` evaluates them anew for each. Native libraries fail under the latter. (Node 22.0 to 22.2 lacks the function
 * for it.)
 */
export function createRealRequire(file: string): NodeJS.Require {
  return (realProcess.getBuiltinModule?.('node:module').createRequire ?? createRequire)(file);
}

/** Timers that no fake timers replace, whenever a test installs them. */
export const realTimers: Timers = getUnfakedTimers();

// No fake timers replace this clock. Kept, because a test may replace the property.
const { uptime } = realProcess;

/** Milliseconds of a clock that no fake timers replace. */
export function now(): number {
  return uptime.call(realProcess) * 1000;
}

/**
 * Writes one line to standard error, which runners show unchanged. Commands for terminals and CI services are escaped.
 */
export function warn(line: string): void {
  const words = line.split('\n').map((part) => part.trim());
  warning = true;
  try {
    process.stderr.write(`${escapeControls(words.filter((part) => part !== '').join(' '))}\n`);
  } finally {
    warning = false;
  }
}

let warning = false;

/** Whether the current output is a warning of ours. */
export function isOwnOutput(): boolean {
  return warning;
}
