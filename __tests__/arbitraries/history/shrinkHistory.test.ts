import fc from 'fast-check';
import { caseHistory, type HistoryOptions } from '../../../arbitraries/caseHistory.ts';
import type { History } from '../../../arbitraries/history/buildHistory.ts';
import { listCases } from '../../../arbitraries/history/historyPlan.ts';
import { shrinkHistory } from '../../../arbitraries/history/shrinkHistory.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample, sampleIds } from '../../../model/event/samples.ts';
import { drawnHistories } from './drawnHistories.ts';
import { caseIdOf, grouped, historyLaws, typeOf } from './historyLaws.ts';

type Any = ReturnType<typeof JSON.parse>;

/** The shortest history for which a property fails, for each of some seeds. */
function shrunk(
  fails: (history: readonly Any[]) => boolean,
  options: HistoryOptions = {},
): readonly (readonly Any[])[] {
  return [1, 2, 3, 4, 5].map((seed) => {
    const property = fc.property(caseHistory(options), (history) => !fails(history));
    const { counterexample } = fc.check(property, { seed, numRuns: 500 });
    return (counterexample as readonly [readonly Any[]])[0];
  });
}

function typesOf(shortest: readonly (readonly Any[])[]): string[] {
  return [...new Set(shortest.map((history) => history.map(typeOf).join(' ')))];
}

function someCase(holds: (ofCase: readonly Any[]) => boolean): (history: readonly Any[]) => boolean {
  return (history) => grouped(history, caseIdOf).some(holds);
}

function hasInOrder(...types: string[]): (events: readonly Any[]) => boolean {
  return (events) => {
    let next = 0;
    for (const event of events) if (typeOf(event) === types[next]) next++;
    return next === types.length;
  };
}

describe('a failing history shrinks', () => {
  test('to the creation of one case as in the sample', () => {
    const shortest = shrunk(() => true);
    expect(typesOf(shortest)).toEqual(['CASE.CREATED']);
    for (const [created] of shortest as Any) {
      const documented: Any = makeSample('CASE.CREATED', exampleDomain);
      expect(created.detail.case.fields).toEqual(documented.detail.case.fields);
      expect(created.detail.performedBy).toEqual(documented.detail.performedBy);
      expect(created.detail.approximateChangeTime).toBe(new Date(sampleIds.changedAt).toISOString());
    }
  });

  test('to a creation and a deletion', () => {
    expect(typesOf(shrunk(someCase(hasInOrder('CASE.DELETED'))))).toEqual(['CASE.CREATED CASE.DELETED']);
  });

  test('to an update between a creation and a deletion', () => {
    expect(typesOf(shrunk(someCase(hasInOrder('CASE.UPDATED', 'CASE.DELETED'))))).toEqual([
      'CASE.CREATED CASE.UPDATED CASE.DELETED',
    ]);
  });

  test('to a case that is closed and reopened', () => {
    const names = (id: string) => (event: Any) => event.detail.changedFieldIds?.includes(id);
    const shortest = shrunk(
      someCase((events) => {
        const closed = events.findIndex(names('last_closed_datetime'));
        return closed >= 0 && events.slice(closed).some(names('last_reopened_datetime'));
      }),
    );
    expect(typesOf(shortest)).toEqual(['CASE.CREATED CASE.UPDATED CASE.UPDATED']);
  });

  test('to the two cases that the failure needs', () => {
    expect(typesOf(shrunk((history) => grouped(history, caseIdOf).length > 1))).toEqual(['CASE.CREATED CASE.CREATED']);
  });

  test('to a changed comment whose item is added as in the sample', () => {
    const shortest = shrunk((history) => history.some((event) => typeOf(event) === 'RELATED_ITEM.UPDATED'));
    expect(typesOf(shortest)).toEqual(['CASE.CREATED RELATED_ITEM.CREATED RELATED_ITEM.UPDATED']);
    const documented: Any = makeSample('RELATED_ITEM.CREATED', exampleDomain);
    for (const [, created, updated] of shortest) {
      expect(created.detail.relatedItem.comment).toEqual(documented.detail.relatedItem.comment);
      expect(updated.detail.relatedItem.relatedItemType).toBe('Comment');
    }
  });

  test('to times one second apart, without delay', () => {
    const [shortest] = shrunk((history) => history.length > 2);
    expect(shortest?.map(({ time }) => time)).toEqual([
      '2022-03-16T23:16:58Z',
      '2022-03-16T23:16:59Z',
      '2022-03-16T23:17:00Z',
    ]);
  });

  test('to one edge in an otherwise sample event', () => {
    const isEmpty = (event: Any): boolean => event.detail.case?.fields?.title?.value.stringValue === '';
    const shortest = shrunk((history) => history.some(isEmpty));
    expect(typesOf(shortest)).toEqual(['CASE.CREATED']);
    const documented: Any = makeSample('CASE.CREATED', exampleDomain);
    for (const [created] of shortest as Any) {
      expect(created.detail.case.fields).toEqual({
        ...documented.detail.case.fields,
        title: { value: { stringValue: '' } },
      });
    }
  });

  test('to an event sent before an earlier one', () => {
    const [shortest] = shrunk((history) => history.some(({ time }, at) => at > 0 && time < history[at - 1].time));
    expect(shortest).toHaveLength(2);
  });

  test('to equal times, and to times that sort differently as texts', () => {
    const time = ({ detail }: Any): string => detail.approximateChangeTime;
    const tied = shrunk((history) => new Set(history.map(time)).size < history.length, {
      dialect: { changeTimeTies: 'occur' },
    });
    expect(tied.map(({ length }) => length)).toEqual([2, 2, 2, 2, 2]);
    const misleading = shrunk((history) => history.some((event, at) => at > 0 && time(event) < time(history[at - 1])), {
      dialect: { fractionZeros: 'dropped' },
    });
    expect(misleading.map(({ length }) => length)).toEqual([2, 2, 2, 2, 2]);
  });

  test('to no fewer events than requested', () => {
    expect(shrunk(() => true, { minLength: 4 }).map(({ length }) => length)).toEqual([4, 4, 4, 4, 4]);
  });
});

describe('the shrinks of a history', () => {
  const drawn = drawnHistories({ maxLength: 7 }, 8);
  const setting = { domain: exampleDomain, dialect: {} };

  test('keep all laws', () => {
    for (const history of drawn) {
      for (const { events } of [...shrinkHistory(history)].slice(0, 40)) {
        expect(Object.values(historyLaws).flatMap((law) => law(events, setting))).toEqual([]);
      }
    }
  });

  test('differ from each other', () => {
    for (const history of drawn) {
      for (const { events } of [...shrinkHistory(history)].slice(0, 40)) expect(events).not.toEqual(history.events);
    }
  });

  test('keep the ids of the events, cases and items that remain', () => {
    let kept = 0;
    for (const history of drawn) {
      const ids = idsIn(history);
      for (const shrunken of [...shrinkHistory(history)].slice(0, 40)) {
        for (const [what, id] of idsIn(shrunken)) {
          if (!ids.has(what)) continue;
          expect([what, id]).toEqual([what, ids.get(what)]);
          kept++;
        }
      }
    }
    expect(kept).toBeGreaterThan(1000);
  });

  test('include the same commands in one case fewer, for each pair of cases', () => {
    let pairs = 0;
    for (const history of drawn) {
      const cases = listCases(history.plan);
      const merged = [...shrinkHistory(history)].filter(
        ({ plan, events }) => events.length === history.events.length && listCases(plan).length < cases.length,
      );
      expect(merged).toHaveLength((cases.length * (cases.length - 1)) / 2);
      pairs += merged.length;
    }
    expect(pairs).toBeGreaterThan(5);
  });

  test('include each history without two of its commands', () => {
    const keysIn = ({ plan }: History): string => plan.commands.map(({ key }) => key).join();
    for (const history of drawn) {
      const { commands } = history.plan;
      const shorter = new Set([...shrinkHistory(history)].map(keysIn));
      const pairs = commands.flatMap((one, place) => commands.slice(place + 1).map((other) => [one, other]));
      for (const pair of pairs.filter(() => commands.length > 2)) {
        expect([...shorter]).toContain(
          keysIn({ ...history, plan: { ...history.plan, commands: commands.filter((one) => !pair.includes(one)) } }),
        );
      }
    }
    expect(Math.max(...drawn.map(({ events }) => events.length))).toBeGreaterThan(5);
  });

  test('always come to an end', () => {
    for (const [take, first] of drawnHistories({ maxLength: 3 }, 4).entries()) {
      let history = first;
      let segments = 0;
      // The last ones change least.
      for (let next = nearest(history, take); next !== undefined; next = nearest(history, take)) {
        history = next;
        segments++;
      }
      expect(segments).toBeLessThan(200);
      expect(history.events).toHaveLength(1);
    }
  });
});

function nearest(history: History, place: number): History | undefined {
  const all = [...shrinkHistory(history)];
  return all.at(-1 - place) ?? all.at(-1);
}

/** Ids by event, case and item; those of cases and items without their padding. */
function idsIn({ plan, events }: History): Map<string, string> {
  const uuidOf = (id: string): string => id.slice(0, 36);
  return new Map(
    plan.commands.flatMap(({ key, caseIndex }, place): [string, string][] => {
      const event: Any = events[place];
      const ids: [string, string][] = [
        [`event ${key}`, event.id],
        [`case ${caseIndex}`, uuidOf(caseIdOf(event))],
      ];
      const adds = typeOf(event) === 'RELATED_ITEM.CREATED';
      return adds ? [...ids, [`item ${key}`, uuidOf(event.detail.relatedItem.relatedItemId)]] : ids;
    }),
  );
}
