import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');

/** V8's collector, for tasks that must not pay for the garbage of others. */
export const collect = vm.runInNewContext('gc');

/** What `work` answers, and the CPU microseconds that it took this process, its collector and compiler included. */
export function cpuOf(work) {
  collect({ type: 'minor' });
  const before = process.cpuUsage();
  const result = work();
  return { result, micros: since(before) };
}

/** The same for asynchronous work. */
export async function cpuOfAsync(work) {
  collect({ type: 'minor' });
  const before = process.cpuUsage();
  const result = await work();
  return { result, micros: since(before) };
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function since(before) {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
