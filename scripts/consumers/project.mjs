import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { attempt } from '../lib/command.mjs';
import { Skipped } from './cell.mjs';

const suite = path.join(import.meta.dirname, 'suite');

/** The form of the suite in each language: file extension, import extension, and esbuild's format. */
const languages = {
  ts: { extension: '.ts', imported: '' },
  'node-ts': { extension: '.ts', imported: '.ts', module: true },
  js: { extension: '.js', imported: '', format: 'esm' },
  mjs: { extension: '.js', imported: '.js', format: 'esm', module: true },
  cjs: { extension: '.js', imported: '.js', format: 'cjs' },
};

/** The files of a consumer's suite, by name. */
export function suiteFiles({ language, runner }) {
  const { extension, imported, format } = languages[language];
  const sources = Object.fromEntries(
    readdirSync(suite).map((file) => [file, readFileSync(path.join(suite, file), 'utf8')]),
  );
  const files = Object.fromEntries(
    Object.entries({ ...sources, 'runner.ts': runner.runner }).map(([file, source]) => {
      const text = source.replaceAll(/(from '\.\/[\w-]+)'/g, `$1${imported}'`);
      const code = format === undefined ? text : transformSync(text, { loader: 'ts', format }).code;
      return [`test/${file.replace(/\.ts$/, extension)}`, code];
    }),
  );
  return { ...files, ...runner.files };
}

/** Makes a project, and installs its dependencies and the tarball, like a new user. */
export async function makeProject(directory, consumer, tarball) {
  write(directory, { ...consumer.files, 'package.json': packageJsonOf(consumer) });
  const { status, stderr } = await attempt('npm', ['install', '--save-dev', ...quiet, tarball], { cwd: directory });
  const [, missing] = /No matching version found for (\S+@\S+)\.$/m.exec(stderr) ?? [];
  if (missing !== undefined) throw new Skipped(`the registry that is reached here has no ${missing}`);
  if (status !== 0) throw new Error(`npm install failed\n${stderr}`);
  return directory;
}

/** npm's flags: use the shared cache if possible, and skip scripts of other packages, which may download. */
export const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** A consumer's package.json. */
export function packageJsonOf({ devDependencies, language }) {
  const type = languages[language]?.module ? { type: 'module' } : {};
  // jest 30 may install a release of it that lacks packages for some machines.
  const overrides = { 'unrs-resolver': '1.12.2' };
  return JSON.stringify({ name: 'refunds', private: true, ...type, devDependencies, overrides });
}

/** A working directory inside an installed project, with a consumer's configuration and further files. */
export function makeCell(project, name, consumer, files) {
  const directory = path.join(project, 'cells', name.replaceAll(/\W+/g, '-'));
  rmSync(directory, { recursive: true, force: true });
  write(directory, { ...consumer.files, 'package.json': packageJsonOf(consumer), ...files });
  return directory;
}

/** Writes files by their names below a directory. */
export function write(directory, files) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
