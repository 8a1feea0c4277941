import fc from 'fast-check';
import { writeNode } from '../../../../model/rule/json/jsonNode.ts';
import { parseJson } from '../../../../model/rule/json/parseJson.ts';
import { refusal } from '../../../helpers/refusal.ts';

test('every JSON text is read, and written again as it was', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(writeNode(parseJson(text)))).toEqual(JSON.parse(text));
    }),
  );
});

/** Whether a call passes. */
function passes(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}

test('whatever JSON.parse refuses is refused, and nothing else', () => {
  const pieces = [...'{}[]:,"\\u0019.eE+-tf/', ' ', '\n', '\t', '\u0000', '"a"', '"a":', 'true', 'null'];
  const nearly = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 8 });
  fc.assert(
    fc.property(nearly, fc.constantFrom('[]', '{}'), (text, [start, end]) => {
      const whole = `${start}${text}${end}`;
      // Behind the first value anything may stand.
      const beginnings = Array.from(whole, (_, index) => whole.slice(0, index + 1));
      const expected = beginnings.some((beginning) => passes(() => JSON.parse(beginning)));
      expect(passes(() => parseJson(whole))).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('numbers keep their digits, and objects their repeated names', () => {
  const text = '{"a":[5.0,3.018e2,-0,123456789012345678901234567890],"a":{"b":null}}';
  expect(writeNode(parseJson(` ${text.replaceAll(/[,:{}[\]]/g, ' $&\n')} `))).toBe(text);
});

const hint = 'JSON has no comments, no trailing commas and no single quotes.';

test.each([
  ['{/*c*/"a":[]}', `At character 2 it has "/*c*/\\"a\\":[", where a name in double quotes belongs. ${hint}`],
  ["{'a':['b']}", `At character 2 it has "'a':['b']}", where a name in double quotes belongs. ${hint}`],
  ['{"a":["b",]}', `At character 11 it has "]}", where a value belongs. ${hint}`],
  ['{"a":["b"],}', `At character 12 it has "}", where a name in double quotes belongs. ${hint}`],
  ['{"a" ["b"]}', `At character 6 it has "[\\"b\\"]}", where a colon belongs. ${hint}`],
  ['{"a":["b" "c"]}', `At character 11 it has "\\"c\\"]}", where a comma or ] belongs. ${hint}`],
  ['{"a":["b"]', `At character 11 it ends, where a comma or } belongs. ${hint}`],
  ['{"a":[01]}', `At character 8 it has "1]}", where a comma or ] belongs. ${hint}`],
  [
    '{"a":["\\x"]}',
    `At character 7 it has "\\"\\\\x\\"]}", where a string without control characters and unknown escapes belongs. ${hint}`,
  ],
  ['', `At character 1 it ends, where a value belongs. ${hint}`],
])('%s is refused', (text, reason) => {
  expect(refusal(() => parseJson(text))).toBe(
    `pattern is ${JSON.stringify(text)}; allowed: an event pattern as JSON. ${reason}`,
  );
});

test('a thousand levels are read, and no more', () => {
  expect(() => parseJson(`${'['.repeat(1000)}5${']'.repeat(1000)}`)).not.toThrow();
  expect(refusal(() => parseJson('['.repeat(4000)))).toMatch(
    /^pattern is "\[+…"; allowed: up to 1,000 levels of objects and lists\. The engine .*\.$/,
  );
});
