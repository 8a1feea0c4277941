import { type OpenQuestion, openQuestions } from '../../../src/facts/openQuestions.ts';

const all = Object.entries(openQuestions) as [string, OpenQuestion][];

describe('open questions', () => {
  it.each(all)('%s has its default among its readings, each with evidence at AWS', (_name, question) => {
    expect(question.asks).toMatch(/\?$/);
    expect(Object.keys(question.readings)).toContain(question.default);
    for (const { evidence, link } of Object.values(question.readings)) {
      expect(evidence).not.toBe('');
      expect(link).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/);
    }
  });

  it('have another reading than the default wherever someone plays it', () => {
    const alone = all.filter(([, { readings }]) => Object.keys(readings).length === 1);
    expect(alone.map(([, { playedBy }]) => playedBy)).toEqual(['always', 'always']);
  });
});
