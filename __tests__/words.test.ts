import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { readDocument, root } from './helpers/document.ts';

/** Words that this project once had for itself, and phrases that readers have to read twice. */
const privateWords = [
  /\b(bullets?|slots?|playlists?|pinners?|fillers?|deeds?|untold)\b/i,
  /\bof (tomorrow|before)\b|\bother ones\b|\b(is|are|was|were) told\b|\bwho copes\b/i,
  /\bwhat (is|are) no\b|\bwithout any way\b/i,
  // A relative clause that stands behind the verb: `a handler fails that throws`.
  /\b(?:a|an|each|every|no|one|other|the)(?: \w+){1,3} (?:breaks?|comes?|fails?|holds?|passes|remains?|stays?|survives?) that\b/i,
  /(?<!there) \b(is|are) none\b|\bwho (asks|leaves|writes) \w/i,
];

/** The most words of a sentence. */
const LONGEST = 25;

const documents = filesIn('.', /^[A-Z]+\.md$/).concat(filesIn('docs', /\.md$/), filesIn('bench', /README\.md$/));
const sources = ['model', 'contracts', 'src', 'arbitraries', '__tests__'].flatMap((folder) => filesIn(folder, /\.ts$/));

/** The text of a document, or of the comments of a source and the titles of a test. */
const texts: readonly (readonly [file: string, text: string])[] = [
  ...documents.map((file) => [file, readDocument(file)] as const),
  ...sources.map((file) => [file, `${commentsIn(readDocument(file))}\n\n${titlesIn(readDocument(file))}`] as const),
];

/** Without the reference in docs/api, which is made from the sources. */
function filesIn(folder: string, name: RegExp): string[] {
  const recursive = folder !== '.';
  return readdirSync(`${root}/${folder}`, { recursive, encoding: 'utf8' })
    .filter((file) => name.test(file) && !file.includes('node_modules') && !file.startsWith('api/'))
    .map((file) => (recursive ? `${folder}/${file}` : file));
}

function commentsIn(source: string): string {
  const comments = source.match(/\/\*\*[\s\S]*?\*\/|^\s*\/\/ .*(\n\s*\/\/ .*)*/gm) ?? [];
  return comments.map((comment) => comment.replace(/^\s*(\/\*\*|\*\/|\*|\/\/) ?|\*\/$/gm, '')).join('\n\n');
}

function titlesIn(source: string): string {
  return [...source.matchAll(/(?:\b(?:test|describe)|\]\))\(\s*(['"`])(.+?)\1,/g)]
    .map(([, , title]) => title)
    .join('\n\n');
}

/** The sentences of a text, without code, tables, headings and addresses. A colon or semicolon ends one, too. */
function sentencesIn(text: string): string[] {
  return text
    .replace(/^```[\s\S]*?^```$|^[|#@].*$/gm, '\n')
    .replace(/`[^`]*`|\{@link [^}]*\}|https?:\S+/g, 'code')
    .split(/\n\s*\n|\n(?=- |\d+\. )|(?<=[.:;?!][)*"]*)\s+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim());
}

test('documents, comments and titles of tests use no private words', () => {
  const found = texts.flatMap(([file, text]) =>
    text
      .split('\n')
      .filter((line) => privateWords.some((words) => words.test(line.replace(/`[^`]*`/g, ''))))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test('a sentence has at most 25 words', () => {
  const found = texts.flatMap(([file, text]) =>
    sentencesIn(text)
      .filter((sentence) => sentence.split(' ').filter((word) => /\w/.test(word)).length > LONGEST)
      .map((sentence) => `${file}: ${sentence}`),
  );
  expect(found).toEqual([]);
});

/** The texts in the code of a source, such as its messages. What a template inserts counts as a word. */
function listLiterals(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('value'));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readDocument(file), ts.ScriptTarget.Latest));
  return found;
}

/** Golden texts: what AWS states, and the texts of generated events. And lists of the names that AWS gives. */
const otherTexts = ['model/facts/', 'arbitraries/values/', 'src/infrastructure/cloudFormation/propertyNames.ts'];

test('a sentence of a message has at most 25 words', () => {
  const ours = sources.filter((file) => ['__tests__/', ...otherTexts].every((start) => !file.startsWith(start)));
  const literals = ours.flatMap((file) => listLiterals(file).map((text) => [file, text] as const));
  expect(literals.length).toBeGreaterThan(3000);
  const found = literals.flatMap(([file, text]) =>
    sentencesIn(text)
      .filter((sentence) => sentence.split(' ').filter((word) => /\w/.test(word)).length > LONGEST)
      .map((sentence) => `${file}: ${sentence}`),
  );
  expect(found).toEqual([]);
});
