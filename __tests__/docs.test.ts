import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { facts } from '../model/facts/facts.ts';
import { memberByType } from '../model/facts/fieldTypes.ts';
import { assembleCommand } from '../src/cli/assembleCommand.ts';
import { routesCommand } from '../src/cli/routesCommand.ts';
import { checks } from '../src/harness/checks/checks.ts';
import type * as Search from '../src/harness/run/search.ts';
import {
  brokenLinks,
  comparable,
  type Files,
  failureOf,
  readDocument,
  root,
  type Snippet,
  snippetsOf,
  strangeCommands,
  tableBelow,
  testsOf,
  typeErrors,
} from './helpers/document.ts';
import { inEmptyDirectories } from './helpers/emptyDirectory.ts';

// Shrinking must run to its end, however busy the machine is, because pages show its output.
jest.mock('../src/harness/run/search.ts', () => {
  const { search } = jest.requireActual<typeof Search>('../src/harness/run/search.ts');
  return {
    search: (...[make, options, fails]: Parameters<typeof search<unknown>>) =>
      search(make, { ...options, shrinking: Number.POSITIVE_INFINITY }, fails),
  };
});

const pages = readdirSync(path.join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const first = 'docs/first-contract.md';

/** The pages whose files are run; those of runners.md are whole projects, which the consumers' matrix installs. */
const played = [first, ...pages.filter((page) => ![first, 'docs/runners.md'].includes(page))];

/** The languages of blocks that the page takes from the example, whose own test checks them. */
const ofExample: readonly string[] = ['typescript', 'console'];

/** What a page prints, and its files at that point. */
interface Printed {
  readonly text: string;
  readonly files: Files;
  /** The last command before it. */
  readonly command: string;
}

interface Page {
  readonly printed: readonly Printed[];
  /** The TypeScript files at each rewrite of one of them, and at the end. */
  readonly states: readonly Files[];
}

/** Reads a page in order: a file that it shows again replaces the earlier one. */
function follow(page: string): Page {
  const files = new Map<string, string>(page === first ? [] : follow(first).states.at(-1));
  const printed: Printed[] = [];
  const states: Files[] = [];
  let command = '';
  for (const { language, text, file } of snippetsOf(page)) {
    if (language === 'sh') command = text.trimEnd().split('\n').at(-1) as string;
    if (language === 'text') {
      printed.push({ text, command, files: new Map(files) });
      states.push(new Map(files));
    }
    if (['ts', 'yaml'].includes(language)) files.set(file as string, text);
  }
  return { printed, states: [...states, files] };
}

jest.setTimeout(240_000);

const warnings = inEmptyDirectories();

function testFiles(files: Files): string[] {
  return [...files.keys()].filter((name) => name.endsWith('.test.ts'));
}

/** The test file with the consumer that a warning names, or else with the first contract. */
function testFileOf(warning: string, files: Files): string {
  const [consumer = ''] = /^\w+/.exec(warning) ?? [];
  const named = testFiles(files).findLast((name) => files.get(name)?.includes(`\n  '${consumer}',\n`));
  return named ?? 'test/contract.test.ts';
}

/** The actual output for a page's block: the report of a failing test, the output of a command, or the warnings. */
async function print({ text, files, command }: Printed): Promise<string> {
  const title = /^(.*): (?:the handler .* on an event|the rule delivers|declared, never read)/.exec(text)?.[1];
  if (command.startsWith('npx connect-cases routes ')) return runRoutes(files, command);
  if (title !== undefined) return failureOf(testsOf(files, 'test/contract.test.ts').get(title));
  if (text.includes('\nThe delivery (')) {
    const newest = testFiles(files).findLast((name) => files.get(name)?.includes('verifyDelivery'));
    const [test] = testsOf(files, newest as string).values();
    return failureOf(test);
  }
  for (const body of testsOf(files, testFileOf(text, files)).values()) await body();
  if (command !== 'npx connect-cases assemble') return warnings.join('');
  let output = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    output += String(chunk);
    return true;
  });
  await assembleCommand().parseAsync([], { from: 'user' });
  return output.replaceAll(path.sep, '/');
}

/** What `connect-cases routes` prints for a template of the page. */
async function runRoutes(files: Files, command: string): Promise<string> {
  for (const [name, text] of files) if (name.endsWith('.yaml')) writeFileSync(name, text);
  let output = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    output += String(chunk);
    return true;
  });
  await routesCommand().parseAsync(command.split(' ').slice(3), { from: 'user' });
  return output;
}

describe.each(played)('%s', (page) => {
  const { printed, states } = follow(page);
  const last = states.at(-1) as Files;

  test('is valid TypeScript at every step', () => {
    for (const files of states) expect(typeErrors(files)).toBe('');
  });

  test.each(testFiles(last))('has tests in %s that pass at the end of the page', async (file) => {
    const tests = testsOf(last, file);
    expect(tests.size).toBeGreaterThan(0);
    for (const body of tests.values()) await body();
  });

  if (printed.length > 0) {
    test('shows the actual output', async () => {
      for (const each of printed) {
        warnings.length = 0;
        expect(comparable(await print(each))).toBe(comparable(each.text));
      }
    });
  }

  test('ends without a warning, unless it shows one', async () => {
    const shown = printed.map(({ text }) => text).find((text) => text.includes(' if the answer to ')) ?? '';
    for (const body of testsOf(last, testFileOf(shown, last)).values()) await body();
    expect(warnings.join('')).toBe(shown);
  });
});

describe('docs/runners.md', () => {
  const [, ...sections] = readDocument('docs/runners.md').split(/^## /m);
  const headings = sections.map((section) => section.split('\n')[0]);

  test('has a section for each runner, after a shared one', () => {
    expect(headings).toEqual([
      'The same files',
      'jest with ts-jest',
      'jest with babel',
      'jest with swc',
      'jest with native ES modules',
      'vitest',
      'node:test',
    ]);
  });

  test('says in each section what to install, what to run, and how to make the pact', () => {
    for (const section of sections.slice(1)) {
      const commands = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text = '']) =>
        text.trimEnd().split('\n'),
      );
      expect(commands).toEqual([
        [expect.stringMatching(/^npm i -D connect-cases-contracts /), expect.any(String), 'npx connect-cases assemble'],
      ]);
    }
  });

  test('asks for no setting for this package', () => {
    expect(readDocument('docs/runners.md')).not.toMatch(/transformIgnorePatterns|moduleNameMapper/);
  });

  test('shares files that compile and keep the contract', async () => {
    const named = (snippets: readonly Snippet[]): Files =>
      new Map(snippets.filter(({ language }) => language === 'ts').map(({ file, text }) => [file as string, text]));
    const snippets = snippetsOf('docs/runners.md');
    const upToJest = snippets.slice(0, snippets.findIndex(({ file }) => file === 'test/contract.test.ts') + 1);
    expect(typeErrors(named(upToJest))).toBe('');
    for (const body of testsOf(named(upToJest), 'test/contract.test.ts').values()) await body();
    expect(warnings).toEqual([]);
  });
});

describe.each(pages)('%s', (page) => {
  test('names the file of every snippet', () => {
    const nameless = snippetsOf(page).filter(
      ({ language, file }) => file === undefined && !['sh', 'text', ...ofExample].includes(language),
    );
    expect(nameless).toEqual([]);
    expect(
      snippetsOf(page).filter(
        ({ language }) => !['ts', 'js', 'json', 'yaml', 'sh', 'text', ...ofExample].includes(language),
      ),
    ).toEqual([]);
  });

  test('calls only existing commands', () => {
    expect(strangeCommands(page)).toEqual([]);
  });

  test('links only to existing files and headings', () => {
    expect(brokenLinks(page)).toEqual([]);
  });
});

test('the table of field types equals that of the facts', () => {
  expect(tableBelow('docs/your-domain.md', 'Fields')).toEqual(Object.entries(memberByType));
});

test('the words for what a handler did are those of the checks, in their order', () => {
  expect(tableBelow('docs/reading-a-failure.md', 'The first line').map(([words]) => words)).toEqual(
    Object.values(checks).map(({ headline }) => headline),
  );
});

test('the words for the certainty of a fact are those of the facts', () => {
  const words = tableBelow('docs/reading-a-failure.md', 'Why AWS may send this').map(([word]) => word);
  expect(new Set(words)).toEqual(new Set(Object.values(facts).map(({ certainty }) => certainty)));
});

test('the README links to every page', () => {
  const readme = readDocument('README.md');
  expect(pages.filter((page) => !readme.includes(`](${page})`))).toEqual([]);
});
