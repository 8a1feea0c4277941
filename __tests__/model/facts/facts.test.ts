import { type Fact, facts, pageOf2022 } from '../../../model/facts/facts.ts';

const all = Object.entries(facts) as [string, Fact][];

describe('facts', () => {
  it.each(all)('%s is one sentence with a source at AWS and a certainty', (_name, { states, link, certainty }) => {
    expect(states).toMatch(/^[^.].*[^.]$/);
    expect(link).toMatch(
      /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$|^https:\/\/github\.com\/aws(?:docs)?\/[\w./-]+\.md$/,
    );
    expect(['documented', 'modelled', 'observed', 'inferred']).toContain(certainty);
  });

  it('are each stated once', () => {
    expect(new Set(all.map(([, { states }]) => states)).size).toBe(all.length);
  });

  it.each(['eventTypes', 'detailType2022'] as const)(
    '%s rests on the events page of 2022, and says and links it',
    (name) => {
      expect(facts[name].states).toMatch(/\b2022\b/);
      expect(facts[name].link).toBe(pageOf2022);
    },
  );

  it('are documented only if a page says so; the rest are modelled, observed or inferred', () => {
    const certainties = Object.fromEntries(all.map(([name, { certainty }]) => [name, certainty]));
    expect(certainties).toMatchObject({
      typical: 'inferred',
      userOptional: 'inferred',
      createdBeforeChanged: 'inferred',
      serviceLinkedRole: 'documented',
    });
    expect(facts.size.states).not.toMatch(/1,048,576|262,144/);
  });
});
