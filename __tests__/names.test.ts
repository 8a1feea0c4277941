import { existsSync, readdirSync } from 'node:fs';
import { readDocument, root } from './helpers/document.ts';

const foldersOfCode = ['model', 'arbitraries', 'contracts', 'src', '__tests__', 'bench', 'scripts', 'examples'];
const foldersOfDocuments = ['docs/decisions', 'bench'];

const files = listFiles('.', false).concat([...foldersOfCode, 'docs', '.ci'].flatMap((folder) => listFiles(folder)));
const documents = ['ARCHITECTURE.md', 'CONTRIBUTING.md'].concat(
  foldersOfDocuments.flatMap((folder) => listFiles(folder, false).filter((file) => file.endsWith('.md'))),
);
const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
const code = files
  .filter((file) => /\.(?:ts|mjs)$/.test(file) && !file.endsWith('names.test.ts'))
  .map(readDocument)
  .join('\n')
  .replace(/^\s*(?:\/?\*|\/\/).*$/gm, '');
/** Every word of our code, without its comments. */
const words = new Set(code.match(/[A-Za-z_]\w*/g));

/** Names of other tools, and files that exist only after the build. */
const foreignNames = new Set(['clearImmediate', 'isolatedDeclarations', './schema.cjs']);

function listFiles(folder: string, recursive: boolean = true): string[] {
  return readdirSync(`${root}/${folder}`, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length + 1).replace(/^\.\//, ''))
    .filter((file) => !/(?:^|\/)(?:node_modules|api)\//.test(file));
}

/** The texts in backticks of a document, outside of its blocks of code. */
function listQuoted(document: string): string[] {
  return [
    ...readDocument(document)
      .replace(/^```[\s\S]*?^```$/gm, '')
      .matchAll(/`([^`]+)`/g),
  ].map(([, text = '']) => text);
}

/** The texts in backticks of a source's comments. */
function listQuotedInComments(file: string): string[] {
  const comments = readDocument(file).match(/\/\*\*[\s\S]*?\*\/|^\s*\/\/ .*$/gm) ?? [];
  return comments.flatMap((comment) => [...comment.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text));
}

const isFileName = (text: string): boolean => /^[\w@./-]+\.(?:ts|mjs|cjs|js|json|md)$/.test(text);
const exists = (name: string): boolean =>
  files.some((file) => file === name || file.endsWith(`/${name}`)) || foreignNames.has(name);

function listUnknownNames(texts: readonly string[]): string[] {
  return texts
    .map((text) => text.replace(/\(\)$/, ''))
    .filter((text) => /^[a-z]+[A-Z]\w*$/.test(text))
    .filter((name) => !words.has(name) && !foreignNames.has(name));
}

test.each(documents)('%s names only files that exist', (document) => {
  expect(listQuoted(document).filter((text) => isFileName(text) && !exists(text))).toEqual([]);
});

test.each(documents)('%s names only functions and values that exist', (document) => {
  expect(listUnknownNames(listQuoted(document))).toEqual([]);
});

test('ARCHITECTURE.md writes each path from the root, or from src/harness', () => {
  const paths = listQuoted('ARCHITECTURE.md').filter((text) => /^[\w.]+(?:\/[\w.]*)+$/.test(text));
  expect(paths).toContain('run/search.ts');
  expect(paths.filter((name) => [name, `src/harness/${name}`].every((file) => !existsSync(`${root}/${file}`)))).toEqual(
    [],
  );
});

test('comments name only files, functions and values that exist', () => {
  const found = sources.flatMap((file) => {
    const texts = listQuotedInComments(file);
    return [...texts.filter((text) => isFileName(text) && !exists(text)), ...listUnknownNames(texts)].map(
      (name) => `${file}: ${name}`,
    );
  });
  expect(found).toEqual([]);
});

test('each decision has its own number, in the name of its file and in its title', () => {
  const decisions = documents.filter((document) => document.startsWith('docs/decisions/'));
  const numbers = decisions.map((document) => Number(/^# (\d+)\. /.exec(readDocument(document))?.[1]));
  expect(numbers).toEqual(decisions.map((document) => Number(/\/(\d{4})-/.exec(document)?.[1])));
  expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, index) => index + 1));
});
