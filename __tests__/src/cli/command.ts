import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { temporaryDirectory } from '../../helpers/temporaryDirectory.ts';

const root = path.resolve(__dirname, '../../..');

/** The published command in its own directory, for the tests of a file. */
export interface BuiltCommand {
  readonly dir: string;
  readonly file: string;
  /** The folder of its dependencies. */
  readonly env: NodeJS.ProcessEnv;
  run(...parameters: string[]): SpawnSyncReturns<string>;
  /** Runs it without any other installed package, with a token for a broker. */
  runAlone(...parameters: string[]): SpawnSyncReturns<string>;
  /** The output on a terminal; on Linux only. */
  shownBy(...parameters: string[]): string;
}

/** Builds the command before the tests of the calling file, and removes it after them. */
export function builtCommand(): BuiltCommand {
  const dir = temporaryDirectory();
  const file = path.join(dir, 'cli.cjs');
  const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules') };
  beforeAll(async () => {
    await build({
      bundle: true,
      platform: 'node',
      logLevel: 'error',
      entryPoints: ['src/cli/main.ts'],
      external: ['@pact-foundation/pact', '@pact-foundation/pact-cli', 'fast-check', 'jiti'],
      outfile: file,
    });
  });
  return {
    dir,
    file,
    env,
    shownBy: (...parameters) => {
      const typed = [process.execPath, file, ...parameters].join(' ');
      return spawnSync('script', ['-qec', typed, '/dev/null'], { cwd: dir, env, encoding: 'utf8' }).stdout;
    },
    run: (...parameters) => runIn(env, parameters),
    runAlone: (...parameters) => runIn({ ...env, NODE_PATH: '', PACT_BROKER_TOKEN: 'a-token' }, parameters),
  };

  function runIn(own: NodeJS.ProcessEnv, parameters: readonly string[]): SpawnSyncReturns<string> {
    return spawnSync(process.execPath, [file, ...parameters], {
      cwd: dir,
      env: own,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
  }
}
