import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { eventClasses } from '../arbitraries/classes.ts';
import * as arbitraries from '../arbitraries/index.ts';
import packageJson from '../package.json';
import * as schema from '../src/event/schemaEntry.ts';
import { type OpenQuestion, openQuestions } from '../src/facts/openQuestions.ts';
import { resolveOptions } from '../src/harness/runOptions.ts';
import * as main from '../src/index.ts';

const root = path.dirname(__dirname);
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

interface Snippet {
  readonly language: string;
  readonly text: string;
  readonly line: number;
}

const snippets: readonly Snippet[] = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((found) => ({
  language: found[1] as string,
  text: found[2] as string,
  line: readme.slice(0, found.index).split('\n').length,
}));

/** The TypeScript of the README by the file that its first line names. */
const files: ReadonlyMap<string, string> = new Map(
  snippets
    .filter(({ language }) => language === 'ts')
    .map(({ text }) => [/^\/\/ (\S+)\n/.exec(text)?.[1] ?? 'a snippet must begin with its file name', text]),
);
const [failure = ''] = snippets.filter(({ language }) => language === 'text').map(({ text }) => text);

const packages: Readonly<Record<string, object>> = {
  'connect-cases-contracts': main,
  'connect-cases-contracts/arbitraries': arbitraries,
  'connect-cases-contracts/schema': schema,
};
const sources: Readonly<Record<string, string>> = {
  'connect-cases-contracts': 'src/index.ts',
  'connect-cases-contracts/arbitraries': 'arbitraries/index.ts',
  'connect-cases-contracts/schema': 'src/event/schemaEntry.ts',
};

type Tests = Map<string, () => unknown>;

/** Runs a TypeScript file of the README, and what it imports, and returns the tests that it registers. */
function testsOf(file: string, change: (text: string) => string = (text) => text): Tests {
  const tests: Tests = new Map();
  const modules = new Map<string, Record<string, unknown>>();
  const load = (name: string): Record<string, unknown> => {
    const loaded = modules.get(name);
    if (loaded !== undefined) return loaded;
    const exports: Record<string, unknown> = {};
    modules.set(name, exports);
    const module = ts.ModuleKind.CommonJS;
    const compilerOptions = { module, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
    const { outputText } = ts.transpileModule(change(files.get(name) as string), { compilerOptions, fileName: name });
    const requireFrom = (wanted: string): object => {
      if (wanted.startsWith('.')) return load(`${path.posix.join(path.posix.dirname(name), wanted)}.ts`);
      return packages[wanted] ?? require(wanted);
    };
    const run = new Function('exports', 'require', 'test', 'expect', `${outputText}\n//# sourceURL=${name}`);
    run(exports, requireFrom, (title: string, body: () => unknown) => tests.set(title, body), expect);
    return exports;
  };
  load(file);
  return tests;
}

/** What the compiler says about the TypeScript files of the README, with the sources in the place of the package. */
function typeErrors(): string {
  const modules = (folder: string): string => path.join(root, 'node_modules', folder, '*');
  const own = Object.entries(sources).map(([name, file]) => [name, [path.join(root, file)]]);
  const paths = { ...Object.fromEntries(own), '*': [modules(''), modules('@types')] };
  const typeRoots = [path.join(root, 'node_modules', '@types')];
  const tsconfig = { extends: path.join(root, 'tsconfig.json'), compilerOptions: { paths, typeRoots }, include: ['.'] };
  writeFileSync('tsconfig.json', JSON.stringify(tsconfig));
  for (const [name, text] of files) {
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, text);
  }
  const tsc = path.join(path.dirname(require.resolve('@typescript/native/package.json')), 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--pretty', 'false'], { encoding: 'utf8' });
  // What is wrong in the sources themselves is said by `npm run types`.
  const lines = stdout.split('\n').filter((line) => /^(src|test)\//.test(line));
  return lines.join('\n');
}

jest.setTimeout(60_000);

const startedIn = process.cwd();
let directory = '';
let warnings: string[] = [];

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'readme-'));
  process.chdir(directory);
  warnings = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    warnings.push(String(text));
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.chdir(startedIn);
  rmSync(directory, { recursive: true });
});

/** The rows of the table below a heading, cell by cell. */
function tableBelow(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe('the first screen', () => {
  test('has code by line 15, and both commands of a fresh clone', () => {
    expect(snippets[0]?.line).toBeLessThanOrEqual(15);
    const firstScreen = readme.split('\n').slice(0, 50).join('\n');
    expect(firstScreen).toMatch(/^npm start$/m);
    expect(firstScreen).toMatch(/^npm cit$/m);
  });
});

describe('the snippets', () => {
  test('in TypeScript are sound', () => {
    expect(typeErrors()).toBe('');
  });

  test.each([...files.keys()].filter((name) => name.endsWith('.test.ts')))(
    'in %s pass, without a warning',
    async (name) => {
      const tests = testsOf(name);
      expect(tests.size).toBeGreaterThan(0);
      for (const body of tests.values()) await body();
      expect(warnings).toEqual([]);
    },
  );

  test('in shell call what there is', () => {
    const lines = snippets
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => text.trimEnd().split('\n'));
    const commands = lines.map((line) => line.replace(/^(CASES_(SEED|RUNS)=\S+ )*/, ''));
    for (const command of commands.filter((line) => line.startsWith('npx connect-cases'))) {
      const [, , name = '', ...flags] = command.split(' ');
      const source = path.join(root, 'src', 'cli', `${name}Command.ts`);
      expect(existsSync(source)).toBe(true);
      for (const flag of flags.filter((word) => word.startsWith('--'))) {
        expect(readFileSync(source, 'utf8')).toMatch(new RegExp(`'${flag}[' ]`));
      }
    }
    const others = commands.filter((line) => !line.startsWith('npx connect-cases'));
    expect(new Set(others)).toEqual(new Set([`npm i -D ${packageJson.name}`, 'npx jest', 'npm start', 'npm cit']));
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  test('are all of a language that is tested here', () => {
    expect(new Set(snippets.map(({ language }) => language))).toEqual(new Set(['ts', 'sh', 'text']));
  });
});

test('the failure is the real one', async () => {
  const faulty = testsOf('test/contract.test.ts', (text) =>
    text.replace('performedBy?.user?.userArn', 'performedBy?.user.userArn'),
  );
  const title = /^(.*): the handler failed/.exec(failure)?.[1] ?? '';
  const ci = process.env.CI;
  delete process.env.CI;
  const { message } = (await Promise.resolve(faulty.get(title)?.()).then(
    () => new Error('the handler passed'),
    (error: unknown) => error,
  )) as Error;
  if (ci !== undefined) process.env.CI = ci;
  // The place in the code is the reader's own, and the number of a fixed case moves when a new one comes before it.
  const comparable = (text: string): string =>
    text
      .trimEnd()
      .replace(/^ {2}(at|in) .*$/m, '  in the code')
      .replace(/fixed:\d+/, 'fixed:0');
  expect(comparable(message)).toBe(comparable(failure));
});

describe('the tables', () => {
  test('list every class', () => {
    expect(tableBelow('What is checked').map(([name]) => name)).toEqual([...eventClasses]);
  });

  test('list every open question that verify asks, with its answers', () => {
    const asked = Object.values<OpenQuestion>(openQuestions).filter(({ playedBy }) => playedBy === 'verify');
    expect(tableBelow('What AWS does not document')).toEqual(
      asked.map(({ asks, default: documented, readings }) => {
        const others = Object.keys(readings).filter((reading) => reading !== documented);
        return [asks, documented, others.join(' · ')];
      }),
    );
  });

  test('list every option of verify', () => {
    let allowed = '';
    try {
      resolveOptions({ wrong: true } as object);
    } catch (error) {
      ({ allowed } = error as main.InvalidArgumentError);
    }
    expect(
      tableBelow('Options of `verify`')
        .map(([name]) => `"${name}"`)
        .join(', '),
    ).toBe(allowed);
  });
});

test('every file that the documents link to is there', () => {
  for (const document of readdirSync(root).filter((name) => name.endsWith('.md'))) {
    const links = [...readFileSync(path.join(root, document), 'utf8').matchAll(/\]\(([^)#:]+)\)/g)];
    for (const [, link = ''] of links)
      expect([document, link, existsSync(path.join(root, link))]).toEqual([document, link, true]);
  }
});
