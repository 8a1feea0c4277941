import v8 from 'node:v8';
import vm from 'node:vm';

v8.setFlagsFromString('--expose-gc');

/** V8's garbage collector, so that a task does not pay for the garbage of others. */
export const collect = vm.runInNewContext('gc');

/** The result of `work`, and its CPU microseconds in this process, including collector and compiler. */
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

/** The median of some numbers; for an even count the mean of the middle two. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function since(before) {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
