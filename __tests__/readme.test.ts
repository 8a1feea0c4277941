import { readdirSync } from 'node:fs';
import { eventClasses } from '../model/event/eventClasses.ts';
import { type OpenQuestion, openQuestions } from '../model/facts/openQuestions.ts';
import packageJson from '../package.json';
import { checks } from '../src/harness/checks/checks.ts';
import { guarantees } from '../src/harness/delivery/guarantees/guarantees.ts';
import { resolveOptions } from '../src/harness/run/runOptions.ts';
import type { InvalidArgumentError } from '../src/index.ts';
import {
  brokenLinks,
  comparable,
  type Files,
  failureOf,
  readDocument,
  root,
  snippetsOf,
  strangeCommands,
  tableBelow,
  testsOf,
  typeErrors,
} from './helpers/document.ts';
import { inEmptyDirectories } from './helpers/emptyDirectory.ts';

const readme = readDocument('README.md');
const snippets = snippetsOf('README.md');

/** The TypeScript of the README, by the file named in its first line. */
const files: Files = new Map(
  snippets
    .filter(({ language }) => language === 'ts')
    .map(({ file, text }) => [file ?? 'a snippet must begin with its file name', text]),
);
const [failure = ''] = snippets.filter(({ language }) => language === 'text').map(({ text }) => text);

jest.setTimeout(240_000);

const warnings = inEmptyDirectories();

describe('the first screen', () => {
  test('has code by line 15, and both commands of a fresh clone', () => {
    expect(snippets[0]?.line).toBeLessThanOrEqual(15);
    const firstScreen = readme.split('\n').slice(0, 50).join('\n');
    expect(firstScreen).toMatch(/^npm start$/m);
    expect(firstScreen).toMatch(/^npm cit$/m);
  });
});

describe('the snippets', () => {
  test('in TypeScript compile', () => {
    expect(typeErrors(files)).toBe('');
  });

  test.each([...files.keys()].filter((name) => name.endsWith('.test.ts')))(
    'in %s pass, without a warning',
    async (name) => {
      const tests = testsOf(files, name);
      expect(tests.size).toBeGreaterThan(0);
      for (const body of tests.values()) await body();
      expect(warnings).toEqual([]);
    },
  );

  test('in shell call only existing commands', () => {
    expect(strangeCommands('README.md')).toEqual([]);
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(['start', 'test']));
  });

  test('are all in a tested language', () => {
    expect(new Set(snippets.map(({ language }) => language))).toEqual(new Set(['ts', 'sh', 'text']));
  });
});

test('the failure shows the mistake that the README names, which compiles', async () => {
  const [, wrong = '', right = ''] = /With `(.*)` in place of `(.*)` it compiles/.exec(readme) ?? [];
  expect(files.get('src/handler.ts')).toContain(`{${right}}`);
  const faulty = new Map([...files].map(([name, text]) => [name, text.replace(`{${right}}`, `{${wrong}}`)]));
  expect(typeErrors(faulty)).toBe('');
  const title = /^(.*): the handler failed/.exec(failure)?.[1] ?? '';
  const printed = await failureOf(testsOf(faulty, 'test/contract.test.ts').get(title));
  expect(comparable(printed)).toBe(comparable(failure));
});

describe('the tables', () => {
  test('list every class', () => {
    expect(tableBelow('README.md', 'What is checked').map(([name]) => name)).toEqual([...eventClasses]);
  });

  test('list every check of verify, in the words and order of its reports', () => {
    expect(tableBelow('README.md', 'What fails a handler').map(([words]) => words)).toEqual(
      Object.values(checks).map(({ headline }) => headline),
    );
  });

  test('list every guarantee of verifyDelivery, by name and in order', () => {
    expect(tableBelow('README.md', 'What fails a delivery').map(([name]) => name)).toEqual(
      guarantees.map(({ name }) => name),
    );
  });

  test('list every open question that verify asks, with its name in a dialect and its answers', () => {
    const asked = Object.entries<OpenQuestion>(openQuestions).filter(([, { playedBy }]) => playedBy === 'verify');
    expect(tableBelow('README.md', 'What AWS does not document')).toEqual(
      asked.map(([name, { asks, default: documented, readings }]) => {
        const others = Object.keys(readings).filter((reading) => reading !== documented);
        return [asks, name, documented, others.join(' · ')];
      }),
    );
  });

  test('list every option of verify', () => {
    let allowed = '';
    try {
      resolveOptions({ wrong: true } as object);
    } catch (error) {
      ({ allowed } = error as InvalidArgumentError);
    }
    expect(
      tableBelow('README.md', 'Options of `verify`')
        .map(([name]) => `"${name}"`)
        .join(', '),
    ).toBe(allowed);
  });
});

test('all link targets of the documents exist', () => {
  const documents = readdirSync(root).filter((name) => name.endsWith('.md'));
  expect(documents.flatMap((document) => brokenLinks(document).map((link) => `${document}: ${link}`))).toEqual([]);
});
