import { isChildOfNodeTest } from './getRunningTestFile.ts';
import { fs } from './nodeModules.ts';
import { realProcess } from './realProcess.ts';

/**
 * Identifies the process of the test runner, for all its workers: its number and, where the system shows it, its start.
 * A watching runner keeps it across runs.
 */
export function identifyRunner(): string {
  const isWorker = realProcess.connected === true || isChildOfNodeTest();
  const pid = isWorker ? realProcess.ppid : realProcess.pid;
  return `${pid}${readStart(pid)}`;
}

/** The start of a process in Linux's own count. Process numbers repeat, in containers at once. */
function readStart(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name comes second, in parentheses, and may contain any character.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return start === undefined ? '' : `-${start}`;
  } catch {
    return '';
  }
}
