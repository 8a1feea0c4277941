import { type OpenQuestion, openQuestions } from '../../../model/facts/openQuestions.ts';
import { parseDialect } from '../../../src/cli/parseDialect.ts';
import { refusal } from '../../helpers/refusal.ts';

const all = Object.entries(openQuestions as Record<string, OpenQuestion>).flatMap(([name, { readings }]) =>
  Object.keys(readings).map((reading) => [name, reading] as const),
);

test.each(all)('%s=%s selects that reading', (name, reading) => {
  expect(parseDialect([`${name}=${reading}`])).toEqual({ [name]: reading });
});

test('several questions are answered at once, and without any the dialect is the documented one', () => {
  expect(parseDialect(['fraction=seconds', 'performedBy=absent'])).toEqual({
    fraction: 'seconds',
    performedBy: 'absent',
  });
  expect(parseDialect([])).toEqual({});
});

test.each([
  [['fraction'], '--dialect is "fraction"; allowed: an open question and one of its readings, such as'],
  [['=seconds'], '--dialect is "=seconds"; allowed: an open question'],
  [[''], '--dialect is ""; allowed: an open question'],
  [
    ['fractions=seconds'],
    'the question in --dialect is "fractions". Did you mean "fraction"? Allowed: "relatedItemType", ',
  ],
  [['fraction=second'], 'the reading of fraction in --dialect is "second"; allowed: "milliseconds", "seconds", '],
  [['fraction=\nseconds'], 'the reading of fraction in --dialect is "\\nseconds"; allowed: '],
  [['fraction='], 'the reading of fraction in --dialect is ""; allowed: '],
  [['__proto__=x'], 'the question in --dialect is "__proto__"'],
  [['fraction=seconds', 'fraction=seconds'], 'allowed: one reading of each question, and fraction has two.'],
])('%j is refused', (answers, message) => {
  expect(refusal(() => parseDialect(answers))).toContain(message);
});
