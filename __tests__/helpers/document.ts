import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import * as arbitraries from '../../arbitraries/index.ts';
import * as rules from '../../model/rulesEntry.ts';
import * as schema from '../../model/schemaEntry.ts';
import packageJson from '../../package.json';
import { command } from '../../src/cli/command.ts';
import * as main from '../../src/index.ts';
import * as infrastructure from '../../src/infrastructure/index.ts';
import { nameTest } from './nameTest.ts';

/** The folder of the checkout. */
export const root: string = path.dirname(path.dirname(__dirname));

/** A code block of a document. */
export interface Snippet {
  readonly language: string;
  readonly text: string;
  readonly line: number;
  /** The file named in its first line or in the comment above it. */
  readonly file: string | undefined;
}

/** The code blocks of a document, in its order. */
export function snippetsOf(document: string): readonly Snippet[] {
  const text = readDocument(document);
  return [...text.matchAll(/(?:^<!-- file: (\S+) -->\n)?^```(\w+)\n([\s\S]*?)^```$/gm)].map((found) => ({
    language: found[2] as string,
    text: found[3] as string,
    line: text.slice(0, found.index).split('\n').length,
    file: found[1] ?? /^\/\/ (\S+)\n/.exec(found[3] as string)?.[1],
  }));
}

export function readDocument(document: string): string {
  return readFileSync(path.join(root, document), 'utf8');
}

/** The rows of the table below a heading, cell by cell, without code quotes. */
export function tableBelow(document: string, heading: string): string[][] {
  const section = readDocument(document).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

/** Files by name, as a document shows them. */
export type Files = ReadonlyMap<string, string>;

const entries: Readonly<Record<string, { readonly exports: object; readonly source: string }>> = {
  'connect-cases-contracts': { exports: main, source: 'src/index.ts' },
  'connect-cases-contracts/arbitraries': { exports: arbitraries, source: 'arbitraries/index.ts' },
  'connect-cases-contracts/infrastructure': { exports: infrastructure, source: 'src/infrastructure/index.ts' },
  'connect-cases-contracts/schema': { exports: schema, source: 'model/schemaEntry.ts' },
  'connect-cases-contracts/rules': { exports: rules, source: 'model/rulesEntry.ts' },
};

/** Runs a TypeScript file with its imports and the other files, and returns the tests that it registers. */
export function testsOf(files: Files, file: string): ReadonlyMap<string, () => unknown> {
  const tests = new Map<string, () => unknown>();
  // A test reads other files from the working directory.
  for (const [name, text] of files) if (!name.endsWith('.ts')) writeFileSync(name, text);
  const modules = new Map<string, Record<string, unknown>>();
  const load = (name: string): Record<string, unknown> => {
    const loaded = modules.get(name);
    if (loaded !== undefined) return loaded;
    const exports: Record<string, unknown> = {};
    modules.set(name, exports);
    const module = ts.ModuleKind.CommonJS;
    const compilerOptions = { module, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
    const { outputText } = ts.transpileModule(files.get(name) as string, { compilerOptions, fileName: name });
    const requireFrom = (wanted: string): object => {
      if (wanted.startsWith('.')) return load(`${path.posix.join(path.posix.dirname(name), wanted)}.ts`);
      return entries[wanted]?.exports ?? require(wanted);
    };
    const run = new Function('exports', 'require', 'test', 'expect', `${outputText}\n//# sourceURL=${name}`);
    run(
      exports,
      requireFrom,
      (title: string, body: () => unknown) => tests.set(title, () => playUnder(title, body)),
      expect,
    );
    return exports;
  };
  load(file);
  return tests;
}

/** Plays a test under its own title: failures name the test. */
async function playUnder(title: string, body: () => unknown): Promise<unknown> {
  const restore = nameTest(title);
  try {
    return await body();
  } finally {
    restore();
  }
}

/** The compiler's errors in TypeScript files, written to the working directory, with the sources as the package. */
export function typeErrors(files: Files): string {
  const modules = (folder: string): string => path.join(root, 'node_modules', folder, '*');
  const own = Object.entries(entries).map(([name, { source }]) => [name, [path.join(root, source)]]);
  const paths = { ...Object.fromEntries(own), '*': [modules(''), modules('@types')] };
  const typeRoots = [path.join(root, 'node_modules', '@types')];
  const tsconfig = { extends: path.join(root, 'tsconfig.json'), compilerOptions: { paths, typeRoots }, include: ['.'] };
  writeFileSync('tsconfig.json', JSON.stringify(tsconfig));
  for (const [name, text] of files) {
    if (!name.endsWith('.ts')) continue;
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, text);
  }
  const tsc = path.join(path.dirname(require.resolve('@typescript/native/package.json')), 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--pretty', 'false'], { encoding: 'utf8' });
  // `npm run types` reports errors in the sources themselves.
  const messages = stdout.split(/\n(?! )/).filter((message) => /^(src|test)\//.test(message));
  return messages.join('\n');
}

/** The error message of a failing test without `CI` in the environment. */
export async function failureOf(body: (() => unknown) | undefined): Promise<string> {
  const { CI: ci } = process.env;
  delete process.env.CI;
  try {
    await body?.();
    return 'the test passed';
  } catch (error) {
    return (error as Error).message;
  } finally {
    if (ci !== undefined) process.env.CI = ci;
  }
}

/**
 * A failure without its variable parts: the place in the code, and the number of a fixed case, which a new case
 * changes.
 */
export function comparable(failure: string): string {
  return failure
    .trimEnd()
    .replace(/^ {2}(at|in) .*$/m, '  in the code')
    .replaceAll(/fixed:\d+/g, 'fixed:0');
}

/** The commands in a document's shell blocks that are neither ours nor known. */
export function strangeCommands(document: string): string[] {
  const lines = snippetsOf(document)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.trimEnd().split('\n'))
    .map((line) => line.replace(/^((CASES_(SEED|RUNS|LOG)|NODE_OPTIONS)=\S+ |CASES_REPLAY='[^']+' )*/, ''));
  return lines.filter((line) => !isOurs(line) && !known.some((command) => command.test(line)));
}

const known: readonly RegExp[] = [
  new RegExp(`^npm i -D ${packageJson.name}( (@[\\w-]+/)?[\\w-]+(@[\\d.]+)?)*$`),
  /^npm i -D @pact-foundation\/pact-cli@18$/,
  /^npm init -y$/,
  /^npm (start|cit)$/,
  /^npx (jest|vitest run)$/,
  /^node --test test\/contract\.test\.mjs$/,
];

/** Whether a line calls an existing command of ours with existing options and all required ones. */
export function isOurs(line: string): boolean {
  const [npx, bin, name, ...words] = line.replace(/ \| .*/, '').split(' ');
  const called = command().commands.find((one) => one.name() === name);
  if (npx !== 'npx' || bin !== 'connect-cases' || called === undefined) return false;
  const flags = words.filter((word) => word.startsWith('-'));
  return (
    flags.every((flag) => called.options.some(({ long, short }) => [long, short].includes(flag))) &&
    called.options.every(
      ({ mandatory, long, short }) => !mandatory || flags.some((flag) => [long, short].includes(flag)),
    )
  );
}

/** The targets of a document's links. */
export function linksOf(document: string): string[] {
  return [...readDocument(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}

/** The pages of the repository for contributors, to which documents of the package link. */
const pages = `${packageJson.repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/`;

/** The links of a document to missing files and headings. */
export function brokenLinks(document: string): string[] {
  return linksOf(document)
    .map((link) =>
      link.startsWith(pages) ? path.posix.relative(path.posix.dirname(document), link.slice(pages.length)) : link,
    )
    .filter((link) => !/^https:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
      if (!existsSync(path.join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
}

/** The anchors of headings on the web sites of git hosts. */
function anchorsOf(document: string): string[] {
  return [...readDocument(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
