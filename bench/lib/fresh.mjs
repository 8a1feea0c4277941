import path from 'node:path';
import { run } from '../../scripts/lib/command.mjs';
import { median } from './measure.mjs';

const processes = path.resolve(import.meta.dirname, '..', 'processes');

/**
 * Runs a script of `processes/` in a new process, `times` times, and returns the median of each printed number. Other
 * output is that of the last run.
 */
export async function fresh(script, args, times) {
  const runs = [];
  for (let time = 0; time < times; time++) {
    const printed = await run(process.execPath, [path.join(processes, script), ...args.map(String)], {
      timeout: 300_000,
    });
    runs.push(JSON.parse(printed));
  }
  const last = runs.at(-1);
  return Object.fromEntries(
    Object.entries(last).map(([name, value]) => [
      name,
      typeof value === 'number' ? median(runs.map((each) => each[name])) : value,
    ]),
  );
}
