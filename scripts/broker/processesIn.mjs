import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The processes whose working directory is this one, even if removed: a broker's processes work in its own. */
export function processesIn(directory) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => isIn(pid, directory))
    .map((pid) => `${pid} ${commandOf(pid)}`);
}

function isIn(pid, directory) {
  try {
    const where = readlinkSync(`/proc/${pid}/cwd`);
    return [`${directory}/`, `${directory} `].some((start) => `${where}/`.startsWith(start));
  } catch {
    return false;
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '(ended)';
  }
}
