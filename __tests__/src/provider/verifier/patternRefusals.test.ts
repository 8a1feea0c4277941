import { explainBrokenPattern, explainSlowPattern } from '../../../../src/provider/verifier/patternRefusals.ts';

test('patterns and paths of any length and any characters stay on one short line', () => {
  const odd = { path: `$.a\n${'b'.repeat(500)}`, pattern: `\u001b]0;\u202e\n${'(a+)+'.repeat(100)}` };
  for (const sentence of [explainSlowPattern(odd), explainBrokenPattern(odd, 'premature end\nof char-class')]) {
    expect(sentence).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(sentence.length).toBeLessThan(700);
    expect(sentence).toContain('\\u001b]0;\\u202e\\n(a+)+(a+)+');
  }
});

test('the error says so if the faulty regular expression is unknown', () => {
  expect(explainSlowPattern(undefined)).toMatch(/^one of its regular expressions takes too long: /);
});
