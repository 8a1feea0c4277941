import fc from 'fast-check';
import { escapeControls, escapeJson, toOneLine } from '../../../model/platform/escapeControls.ts';

test.each([
  ['\u001b[31mred', '\\u001b[31mred'],
  ['a\rb', 'a\\u000db'],
  ['a\u0000\u0007\u007f\u009b', 'a\\u0000\\u0007\\u007f\\u009b'],
  ['a\u202eb\u2066c\u200f\u061c', 'a\\u202eb\\u2066c\\u200f\\u061c'],
  ['a\u2028::error::\u0085', 'a\\u2028::error::\\u0085'],
  ['\ud800', '\\ud800'],
  ['::error::x', '\\u003a:error::x'],
  ['a\n  ::set-output name=x::y', 'a\n  \\u003a:set-output name=x::y'],
  ['\u00a0\u3000\ufeff::error::', '\u00a0\u3000\ufeff\\u003a:error::'],
  ['a ##[error]b', 'a \\u0023#[error]b'],
  ['##vso[task.setvariable]', '\\u0023#vso[task.setvariable]'],
  ['###[x] ##teamcity[y', '#\\u0023#[x] \\u0023#teamcity[y'],
])('%j is printed as %j', (text, printed) => {
  expect(escapeControls(text)).toBe(printed);
});

test.each(['refunds handles CASE.CREATED\n\tdetail.case: "é😀" → absent', 'a::b', ' ## Heading [x]', 'std::vector'])(
  '%j stays unchanged',
  (text) => {
    expect(escapeControls(text)).toBe(text);
  },
);

test('a name becomes one line', () => {
  expect(toOneLine('a\nb (b.json): 1 interaction holds\r\n::error::')).toBe(
    'a\\nb (b.json): 1 interaction holds\\u000d\\n\\u003a:error::',
  );
});

const pieces = fc.constantFrom(
  '::',
  ':',
  '#',
  '##[',
  '##vso[',
  '\n',
  '\r',
  ' ',
  '\t',
  '\u001b',
  '\u202e',
  '"',
  '\\',
  'a',
  '\ud800',
);
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));
const command = /^\s*::|##\w*\[/m;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/;

test('nothing remains that a terminal or a CI service takes for a command', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(escapeControls(text)).not.toMatch(command);
      expect(escapeControls(text)).not.toMatch(unseen);
    }),
  );
});

test('JSON keeps its meaning, without commands', () => {
  fc.assert(
    fc.property(fc.dictionary(texts, texts), (value) => {
      const json = escapeJson(JSON.stringify(value));
      expect(JSON.parse(json)).toEqual(value);
      expect(json).not.toMatch(/##\w*\[/);
      expect(json).not.toMatch(unseen);
    }),
  );
});

test('long texts do not take quadratic time', () => {
  const long = ' '.repeat(1_000_000);
  expect(escapeControls(long)).toBe(long);
  expect(escapeControls('#'.repeat(1_000_000))).toHaveLength(1_000_000);
});
