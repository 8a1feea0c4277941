import { readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/command.mjs';
import { once } from './cell.mjs';
import { quiet, write } from './project.mjs';

/** The other Nodes of the matrix: the oldest supported one, and the newest of each line. */
const others = ['20.19.0', '22', '24', '26'];

/**
 * The system's Node, then the others. Each has a name, its version numbers, and `bin`, which installs it at first use,
 * from the npm package behind `node`.
 */
export function nodesIn(directory) {
  const system = { ...numbersOf(process.versions.node), bin: async () => process.execPath };
  return [
    { name: `Node ${process.versions.node} (system)`, ...system },
    ...others.map((wanted) => nodeOf(directory, wanted)),
  ];
}

/** One other Node, by version or by major version. */
export function nodeOf(directory, wanted) {
  return { name: `Node ${wanted}`, ...numbersOf(wanted), bin: once(() => install(directory, wanted)) };
}

/** The newest of a line counts as every minor version. */
function numbersOf(version) {
  const [major, minor = Number.POSITIVE_INFINITY] = version.split('.').map(Number);
  return { major, minor };
}

async function install(directory, wanted) {
  const home = path.join(directory, `node-${wanted}`);
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  write(home, { 'package.json': '{ "private": true }' });
  await run('npm', ['install', ...quiet, `${name}@${wanted}`], { cwd: home });
  const bin = path.join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const version = (await run(bin, ['--version'])).trim().slice(1);
  const { version: packed } = JSON.parse(readFileSync(path.join(home, 'node_modules', name, 'package.json'), 'utf8'));
  if (packed.replace(/^v/, '') !== version) throw new Error(`${name}@${packed} is Node ${version}`);
  return bin;
}
