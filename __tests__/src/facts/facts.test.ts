import { type Fact, facts } from '../../../src/facts/facts.ts';

const all = Object.entries(facts) as [string, Fact][];

describe('facts', () => {
  it.each(all)('%s is one sentence with a source at AWS and a certainty', (_name, { states, link, certainty }) => {
    expect(states).toMatch(/^[^.].*[^.]$/);
    expect(link).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/);
    expect(['documented', 'modelled', 'observed', 'inferred']).toContain(certainty);
  });

  it('are each stated once', () => {
    expect(new Set(all.map(([, { states }]) => states)).size).toBe(all.length);
  });
});
