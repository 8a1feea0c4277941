import { runInThisContext } from 'node:vm';

/**
 * The process itself. Inside jest's sandbox the global `process` is a copy that never sees an unhandled rejection, and
 * fake timers replace its clock.
 */
export const realProcess: NodeJS.Process = runInThisContext('process') as NodeJS.Process;

/** Milliseconds of a clock that no fake timer touches. */
export function now(): number {
  return Number(realProcess.hrtime.bigint() / 1000n) / 1000;
}

/** Writes one line to standard error, which runners show as it is. */
export function warn(line: string): void {
  process.stderr.write(`${line.replaceAll(/\s*\n\s*/g, ' ')}\n`);
}
