import { existsSync } from 'node:fs';
import path from 'node:path';
import { attempt, start } from '../lib/command.mjs';

// How to run the commands of an installed project, in a directory of the project. Each shell has `attempt` (to the end,
// with any exit code) and `start`, for a list of command name and arguments.

const scripts = { jest: 'jest/bin/jest.js', vitest: 'vitest/vitest.mjs' };

/** Like `npx` in an npm project, on the given Node executable or the system's. */
export function npmShell(node = process.execPath) {
  const env = { PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  return shell(([name, ...args], directory) => {
    if (name === 'node') return [node, ...args];
    if (name in scripts) return [node, path.join(modulesOf(directory), scripts[name]), ...args];
    return [path.join(modulesOf(directory), '.bin', name), ...args];
  }, env);
}

/** Through another package manager: `prefix` comes before each command. */
export function prefixShell(prefix, env) {
  return shell((command) => [...prefix, ...command], env);
}

function shell(toArguments, ownEnv) {
  const play =
    (how) =>
    (command, cwd, env = {}, options = {}) => {
      const [file, ...args] = toArguments(command, cwd);
      return how(file, args, { cwd, env: { ...ownEnv, ...env }, ...options });
    };
  return { attempt: play(attempt), start: play(start) };
}

/** The nearest node_modules above a cell. */
function modulesOf(directory) {
  const here = path.join(directory, 'node_modules');
  // Vite makes a folder of this name for its cache.
  return existsSync(path.join(here, '.bin')) || directory === path.dirname(directory)
    ? here
    : modulesOf(path.dirname(directory));
}
