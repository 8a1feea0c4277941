import { pageOf2022 } from '../../../model/facts/facts.ts';
import { type OpenQuestion, openQuestions } from '../../../model/facts/openQuestions.ts';

const all = Object.entries(openQuestions) as [string, OpenQuestion][];

describe('open questions', () => {
  it.each(all)('%s has its default among its readings, each with a fact at AWS', (_name, question) => {
    expect(question.asks).toMatch(/\?$/);
    expect(Object.keys(question.readings)).toContain(question.default);
    for (const { states, link } of Object.values(question.readings)) {
      expect(states).not.toBe('');
      expect(link).toMatch(
        /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$|^https:\/\/github\.com\/awsdocs\/[\w./-]+\.md$/,
      );
    }
  });

  it('have a reading besides the default if anything plays it', () => {
    const alone = all.filter(([, { readings }]) => Object.keys(readings).length === 1);
    expect(alone.map(([, { playedBy }]) => playedBy)).toEqual(['always', 'always']);
  });

  it.each([
    ['relatedItemEventType', 'documented'],
    ['changedFieldIds', 'present'],
    ['deletedCase', 'like an update'],
    ['performedBy', 'absent'],
    ['detailType', 'Amazon Connect Cases Event'],
  ])('say of %s "%s" that it rests on the events page of 2022, and link that', (name, reading) => {
    const { readings } = openQuestions[name as keyof typeof openQuestions] as OpenQuestion;
    expect(readings[reading]?.states).toMatch(/\b2022\b/);
    expect(readings[reading]).toMatchObject({ link: pageOf2022, certainty: 'documented' });
  });

  it.each([
    ['relatedItemEventType', 'RELATED_ITEM', 'inferred'],
    ['changedAttributes', 'comment.body', 'inferred'],
    ['entrySize', '1,048,576 bytes', 'observed'],
  ])('call %s "%s" %s: no page says it', (name, reading, certainty) => {
    const { readings } = openQuestions[name as keyof typeof openQuestions] as OpenQuestion;
    expect(readings[reading]?.certainty).toBe(certainty);
  });
});
