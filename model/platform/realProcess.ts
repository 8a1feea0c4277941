import { createRequire } from 'node:module';
import { escaped } from './escaped.ts';
import { nodeModule } from './nodeModule.ts';
import { type Timers, unfakedTimers } from './unfakedTimers.ts';

/** The value of an expression in the realm of the process itself, outside of any runner's sandbox. */
export function realRealm<Value>(expression: string): Value {
  return nodeModule('node:vm').runInThisContext(expression) as Value;
}

/**
 * The process itself. Inside jest's sandbox the global `process` is a copy that never sees an unhandled rejection, and
 * fake timers replace its clock.
 */
export const realProcess: NodeJS.Process = realRealm('process');

/**
 * Node's own `require` as seen from a file. What it loads stays loaded for all test files of a worker, where jest's
 * `require` evaluates it anew for each; native libraries do not take well to that. (Node 22.0 to 22.2 lacks the door.)
 */
export function realRequire(file: string): NodeJS.Require {
  return (realProcess.getBuiltinModule?.('node:module').createRequire ?? createRequire)(file);
}

/** Timers that no fake timer touches, whenever it was installed. */
export const realTimers: Timers = unfakedTimers();

// Unlike the other clocks, nobody fakes this one; kept, because a test may replace it.
const { uptime } = realProcess;

/** Milliseconds of a clock that no fake timer touches. */
export function now(): number {
  return uptime.call(realProcess) * 1000;
}

/** Writes one line to standard error, which runners show as it is, without commands for terminals and CI services. */
export function warn(line: string): void {
  const words = line.split('\n').map((part) => part.trim());
  process.stderr.write(`${escaped(words.filter((part) => part !== '').join(' '))}\n`);
}
