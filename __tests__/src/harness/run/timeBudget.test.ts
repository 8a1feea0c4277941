import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { TimeBudget } from '../../../../src/harness/run/timeBudget.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { verifyWhateverItReads as verify } from '../../../helpers/verifyWhateverItReads.ts';

const warnings = inEmptyDirectories();

const contracts = contractsFor('slow', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId'] }, { domain: exampleDomain });
const [, updated] = contracts;
const handler = async ({ detail }: { detail: { case?: { caseId?: string } } }) => detail.case?.caseId;

function warned(): readonly string[] {
  return warnings.filter((line) => line.includes('time limit of the test'));
}

/** A budget in which a member says true only some times. */
function allow(member: 'hasTimeForRandom' | 'hasTime', times: number): jest.SpyInstance {
  let left = times;
  return jest.spyOn(TimeBudget.prototype, member, 'get').mockImplementation(() => left-- > 0);
}

describe('a clock of its own', () => {
  function budgetAt(limit: number | undefined, runs = 100): { budget: TimeBudget; at(milliseconds: number): void } {
    let time = 1_000_000;
    const budget = new TimeBudget(runs, { findLimit: () => limit, clock: () => time });
    return { budget, at: (milliseconds) => (time = 1_000_000 + milliseconds) };
  }

  test.each([
    [5000, 100, 2500, 3750],
    [undefined, 100, 2500, 3750],
    [undefined, 5, 2500, 3750],
    [undefined, 1000, 25_000, 37_500],
    [5000, 1000, 2500, 3750],
    [120_000, 100, 60_000, 90_000],
  ])('with a limit of %s ms and %i runs it ends after %i and %i ms', (limit, runs, random, all) => {
    const { budget, at } = budgetAt(limit, runs);
    at(random - 1);
    expect([budget.hasTimeForRandom, budget.hasTime]).toEqual([true, true]);
    at(random);
    expect([budget.hasTimeForRandom, budget.hasTime]).toEqual([false, true]);
    at(all);
    expect(budget.hasTime).toBe(false);
  });

  test('a test without a limit gives all the time', () => {
    const { budget, at } = budgetAt(0);
    at(1e12);
    expect([budget.hasTimeForRandom, budget.hasTime]).toEqual([true, true]);
  });

  test('the time before the run counts, too', () => {
    const budget = new TimeBudget(100, { findLimit: () => 5000, clock: () => 9000, began: 6000 });
    expect([budget.hasTimeForRandom, budget.hasTime]).toEqual([false, true]);
  });

  test('the line says what was not played, and how to play it', () => {
    const { budget } = budgetAt(5000);
    budget.count('random events', 100, 100);
    expect(budget.describeRest()).toBeUndefined();
    budget.count('foreign events', 7, 40);
    budget.count('other readings', 0, 1200);
    expect(budget.describeRest()).toBe(
      'played 7 of 40 foreign events, and 0 of 1,200 other readings, to keep within the time limit of the test (5 s). To play all, make the handler and reset faster, raise the limit (testTimeout in jest and vitest), or set CASES_RUNS=200, which doubles it',
    );
  });
});

describe('a run', () => {
  test('stops its random events in time, says so in one line, and passes', async () => {
    allow('hasTimeForRandom', 6);
    const events: object[] = [];
    await verify(updated, (event) => void events.push(event));
    const [line, ...others] = warned();
    expect(line).toContain('slow handles CASE.UPDATED: played 7 of 100 random events, to keep within the time limit');
    expect(others).toEqual([]);
    const all: object[] = [];
    jest.restoreAllMocks();
    await verify(updated, (event) => void all.push(event), { runs: 7 });
    expect(events).toHaveLength(all.length);
  });

  test('stops other readings in time, too', async () => {
    const [, , , item] = contracts;
    let asked = 0;
    const total = jest.spyOn(TimeBudget.prototype, 'hasTime', 'get').mockImplementation(() => ++asked > 0);
    await verify(item, handler, { runs: 0 });
    total.mockRestore();
    allow('hasTime', asked - 3);
    await verify(item, handler, { runs: 0 });
    expect(warned().join('')).toMatch(/slow ignores RELATED_ITEM\.CREATED: played \d+ of \d+ other readings, to keep/);
  });

  test('plays all fixed cases in any case, and says how many took the time', async () => {
    const all: object[] = [];
    await verify(updated, (event) => void all.push(event), { runs: 0, ambiguities: 'off' });
    allow('hasTime', 3);
    const events: object[] = [];
    await verify(updated, (event) => void events.push(event), { runs: 0, ambiguities: 'off' });
    expect(events).toHaveLength(all.length);
    expect(warned().join('')).toMatch(
      /slow handles CASE\.UPDATED: 3 of \d+ fixed cases took most of the time limit of the test \(\d+ s\)\. Every run plays all of them: make the handler/,
    );
  });

  test('says nothing if it has time', async () => {
    await verify(updated, handler, { runs: 3 });
    expect(warned()).toEqual([]);
  });

  test('replays an event whatever the time', async () => {
    allow('hasTimeForRandom', 0);
    const events: object[] = [];
    await verify(updated, (event) => void events.push(event), { seed: 1, path: '3' });
    expect(events.length).toBeGreaterThan(0);
    expect(warned()).toEqual([]);
  });
});

describe('deliveries', () => {
  const rows = new Map<string, string>();
  const keep = async ({ id }: { id: string }) => void rows.set(id, id);
  const hooks = { reset: () => rows.clear(), observe: () => [...rows.keys()].sort() };

  test('stop in time, and say so in one line', async () => {
    allow('hasTimeForRandom', 1);
    await verifyDelivery(contracts, keep, hooks);
    expect(warned().join('')).toContain('slow: played 2 of 100 deliveries, to keep within the time limit of the test');
  });

  test('are at least one', async () => {
    allow('hasTimeForRandom', 0);
    await verifyDelivery(contracts, keep, hooks);
    expect(warned().join('')).toContain('slow: played 1 of 100 deliveries');
  });

  test('under ties and other spellings stop, too', async () => {
    let delivered = 0;
    const count = async (event: { id: string }) => {
      delivered++;
      await keep(event);
    };
    await verifyDelivery(contracts, count, { ...hooks, runs: 2 });
    const whole = delivered;
    delivered = 0;
    allow('hasTime', 0);
    await verifyDelivery(contracts, count, { ...hooks, runs: 2 });
    expect(delivered).toBeLessThan(whole);
  });
});
