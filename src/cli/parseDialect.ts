import type { Dialect } from '../../model/event/dialect.ts';
import { type OpenQuestionName, openQuestions } from '../../model/facts/openQuestions.ts';
import { InvalidArgumentError, requireOneOf } from '../../model/values/invalidArgument.ts';

/**
 * The readings of `--dialect`, each as `question=reading`.
 * @throws InvalidArgumentError for an unknown question or reading, and for a question with two answers
 */
export function parseDialect(answers: readonly string[]): Partial<Dialect> {
  const readings = new Map<OpenQuestionName, string>();
  for (const answer of answers) {
    const [, question, reading] = /^([^=]+)=(.*)$/s.exec(answer) ?? [];
    if (question === undefined) {
      throw new InvalidArgumentError({
        argument: '--dialect',
        received: answer,
        allowed: 'an open question and one of its readings, such as "relatedItemType=comment"',
      });
    }
    const name = requireOneOf('the question in --dialect', question, Object.keys(openQuestions) as OpenQuestionName[]);
    const known = requireOneOf(
      `the reading of ${name} in --dialect`,
      reading,
      Object.keys(openQuestions[name].readings),
    );
    if (readings.has(name)) {
      throw new InvalidArgumentError({
        argument: '--dialect',
        received: answers,
        shown: answers.map((one) => JSON.stringify(one)).join(' and '),
        allowed: `one reading of each question, and ${name} has two`,
      });
    }
    readings.set(name, known);
  }
  return Object.fromEntries(readings);
}
