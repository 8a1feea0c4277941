import { fs } from './nodeModules.ts';
import { realProcess } from './realProcess.ts';
import { isChildOfNodeTest } from './runningTestFile.ts';

/**
 * What all workers of one test runner have in common, and no other runner has: the runner's own process, by number and,
 * where the system tells, by its start. A runner that watches keeps it for all its runs.
 */
export function runnerProcess(): string {
  const isWorker = realProcess.connected === true || isChildOfNodeTest();
  const pid = isWorker ? realProcess.ppid : realProcess.pid;
  return `${pid}${readStart(pid)}`;
}

/** When a process started, in Linux's own count: numbers of processes are given again, in containers at once. */
function readStart(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name comes second, in parentheses, and may hold any character.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return start === undefined ? '' : `-${start}`;
  } catch {
    return '';
  }
}
