import { defineDomain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { eventTypes } from '../../../model/facts/eventTypes.ts';
import { facts } from '../../../model/facts/facts.ts';
import { invariants, selectInvariants } from '../../../model/invariants/invariants.ts';
import { changed } from '../event/changed.ts';

const updated = makeSample('CASE.UPDATED', exampleDomain);

describe('invariants', () => {
  it('have unique names and existing facts', () => {
    const all = selectInvariants(exampleDomain);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { fact } of all) expect(facts).toHaveProperty(fact);
  });

  it('hold in every sample', () => {
    const bare = defineDomain({ region: 'eu-west-2', accountId: '999988887777', domainId: 'd' });
    for (const domain of [exampleDomain, bare]) {
      for (const type of eventTypes) {
        const event = makeSample(type, domain);
        expect(selectInvariants(domain).filter((invariant) => !invariant.holds(event))).toEqual([]);
      }
    }
  });

  it('do not hold if they list a violation', () => {
    const event = changed(updated, 'resources.1', 'arn:aws:cases:us-east-1:111122223333:domain/d/case/c');
    const broken = invariants.filter((invariant) => !invariant.holds(event));
    expect(broken.map(({ name }) => name)).toEqual(['resources[1] names the case or related item']);
    expect(broken[0]?.violations(event)).toHaveLength(1);
  });

  it("apply the dialect's size limit", () => {
    expect(selectInvariants().at(-1)?.name).toBe('an entry has at most 1,048,576 bytes');
  });
});
