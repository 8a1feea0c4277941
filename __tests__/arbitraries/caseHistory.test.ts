import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { caseHistory, type HistoryOptions, historiesFor } from '../../arbitraries/caseHistory.ts';
import { defineDomain } from '../../model/domain/domain.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { parseCaseEvent } from '../../model/parse/parseCaseEvent.ts';
import { refusal } from '../helpers/refusal.ts';
import { caseIdOf, changedAt, grouped, historyLaws, typeOf } from './history/historyLaws.ts';
import { otherDialects, worlds } from './worlds.ts';

type Any = ReturnType<typeof JSON.parse>;
type History = readonly CasesEvent[];

const { region, accountId, domainId } = exampleDomain;
const ofTitle = { fields: ['title'], relatedItemContent: false } as const;
const ofTexts = {
  fields: ['title', 'summary', 'case_reason', 'assigned_queue', 'assigned_user', 'customer_id', 'status'],
  relatedItemContent: true,
} as const;
const place = { region, accountId, domainId, fields: {} };

const settings: readonly (readonly [string, HistoryOptions])[] = [
  ...Object.entries(worlds).map(([name, domain]) => [name, { domain }] as const),
  ['a domain of one field, not the status', { domain: defineDomain({ ...place, includedData: ofTitle }) }],
  ['a domain of every text that people change', { domain: defineDomain({ ...place, includedData: ofTexts }) }],
  ...otherDialects.map((dialect) => [`the dialect ${JSON.stringify(dialect)}`, { dialect }] as const),
  ['deletions that cascade', { dialect: { deleteCascade: 'one deletion per item' } }],
  ['ties', { dialect: { changeTimeTies: 'occur', deleteCascade: 'one deletion per item' } }],
  ['zeros that are dropped', { dialect: { fractionZeros: 'dropped', fraction: 'microseconds' } }],
  ['one case', { maxCases: 1, minLength: 12, maxLength: 12 }],
  ['long histories of many cases', { maxCases: 10, minLength: 100, maxLength: 120 }],
];

function sampled(options: HistoryOptions, numRuns: number, seed: number = 7): readonly History[] {
  return fc.sample(caseHistory(options), { numRuns, seed });
}

function runsOf({ domain, minLength = 1 }: HistoryOptions): number {
  return domain === worlds['a domain of 400 fields'] || minLength > 20 ? 15 : 150;
}

describe.each(settings)('the histories of %s', (_, options) => {
  const { domain = exampleDomain, dialect = {} } = options;
  const histories = sampled(options, runsOf(options));

  test('are the same for the same seed', () => {
    expect(sampled(options, 5)).toEqual(histories.slice(0, 5));
  });

  test('contain only events that the schema accepts', () => {
    for (const event of histories.slice(0, 12).flat()) expect(parseCaseEvent(event, { domain, dialect })).toBe(event);
  });

  test('are plain JSON', () => {
    for (const history of histories.slice(0, 12)) {
      expect(isDeepStrictEqual(JSON.parse(JSON.stringify(history)), history)).toBe(true);
    }
  });

  test.each(Object.entries(historyLaws))('keep the law: %s', (_, law) => {
    expect(histories.flatMap((history) => law(history, { domain, dialect }))).toEqual([]);
  });
});

function allTypes(histories: readonly History[]): Set<string> {
  return new Set(histories.flat().map(typeOf));
}

function casesIn(history: History): Any[][] {
  return grouped(history, caseIdOf);
}

describe('what occurs', () => {
  const histories = sampled({}, 1200);
  const events: readonly Any[] = histories.flat();

  test('includes every event type and related item type, and an unknown item type', () => {
    expect(allTypes(histories).size).toBe(6);
    const types = events.flatMap(({ detail }) => detail.relatedItem?.relatedItemType ?? []);
    expect(new Set(types).size).toBe(7);
    expect(types).toContain('Survey');
  });

  test('includes closing, reopening, clearing, a first value, and a hidden change', () => {
    const updates = casesIn(events).flatMap((ofCase) =>
      ofCase.filter(({ detail }) => detail.case).flatMap((event, at, all) => (at === 0 ? [] : [[all[at - 1], event]])),
    );
    const named = updates.flatMap(([, event]) => event.detail.changedFieldIds ?? []);
    for (const id of ['last_closed_datetime', 'last_reopened_datetime', 'title', 'assigned_queue']) {
      expect(named).toContain(id);
    }
    const has = ({ detail }: Any): boolean => detail.case.fields?.title !== undefined;
    expect(updates.some(([before, after]) => has(before) && !has(after))).toBe(true);
    expect(updates.some(([before, after]) => !has(before) && has(after))).toBe(true);
  });

  test('includes edges, additions, absences, and an unknown field and status', () => {
    const texts = events.map((event) => JSON.stringify(event.detail));
    for (const sign of ['"stringValue":""', 'newProperty', 'refund.amount.eur', 'waiting_for_customer', '\\u0000']) {
      expect(texts.some((text) => text.includes(sign))).toBe(true);
    }
    expect(events.some(({ detail }) => detail.performedBy.user === undefined)).toBe(true);
    expect(events.some(({ resources }) => resources[1].length > 400)).toBe(true);
    const ordinary = texts.filter((text) => !/newProperty|\\u|"stringValue":""/.test(text));
    expect(ordinary.length).toBeGreaterThan(texts.length / 2);
  });

  test('includes one case and three cases with interleaved events', () => {
    const counts = histories.map((history) => casesIn(history).length);
    expect(new Set(counts)).toEqual(new Set([1, 2, 3]));
    const mixed = histories.filter((history) => {
      const ids = history.map(caseIdOf);
      return ids.some((id, at) => at > 1 && id !== ids[at - 1] && ids.slice(0, at - 1).includes(id));
    });
    expect(mixed.length).toBeGreaterThan(histories.length / 3);
  });

  test('is sometimes sent out of order', () => {
    const late = histories.filter((history) => isOutOfOrder(history.map(({ time }) => time)));
    expect(late.length).toBeGreaterThan(histories.length / 4);
  });

  test('has times that sort as texts only if their numbers of digits are equal', () => {
    const textsOf = (history: History): string[] => history.map(({ detail }) => detail.approximateChangeTime);
    const dropped = sampled({ dialect: { fractionZeros: 'dropped', fraction: 'microseconds' } }, 300);
    expect(dropped.filter((history) => isOutOfOrder(textsOf(history))).length).toBeGreaterThan(60);
    expect(dropped.flatMap(textsOf).some((text) => /:\d\d\.\dZ$/.test(text))).toBe(true);
    expect(dropped.flatMap(textsOf).some((text) => /\.\d{6}Z$/.test(text))).toBe(true);
    expect(histories.some((history) => isOutOfOrder(textsOf(history)))).toBe(false);
  });

  test('has equal times if changes may tie', () => {
    const ties = sampled({ dialect: { changeTimeTies: 'occur' } }, 100).filter((history) => {
      const times = history.map(changedAt);
      return new Set(times).size < times.length;
    });
    expect(ties.length).toBeGreaterThan(50);
  });

  test('includes the deletion of each item after that of its case, in that reading', () => {
    const cascading = sampled({ dialect: { deleteCascade: 'one deletion per item' } }, 100).flatMap(casesIn);
    const after = cascading
      .map((ofCase) => ofCase.map(typeOf))
      .map((types) => types.slice(types.indexOf('CASE.DELETED')));
    expect(after.filter((types) => types[0] === 'CASE.DELETED' && types.length > 2).length).toBeGreaterThan(10);
  });

  test('has the requested number of events and cases', () => {
    const asked = sampled({ minLength: 3, maxLength: 5, maxCases: 2 }, 100);
    expect(new Set(asked.map(({ length }) => length))).toEqual(new Set([3, 4, 5]));
    expect(new Set(asked.map((history) => casesIn(history).length))).toEqual(new Set([1, 2]));
    expect(sampled({ minLength: 30 }, 5).map(({ length }) => length)).toEqual([30, 30, 30, 30, 30]);
    expect(Math.max(...sampled({ minLength: 50, maxCases: 40 }, 20).map((history) => casesIn(history).length))).toBe(
      40,
    );
  });

  test('includes a comment and a contact, added and changed, and an SLA that is met', () => {
    const all = sampled({ dialect: { updatedItemTypes: 'all' } }, 300).flat() as readonly Any[];
    const seen = new Set(all.map((event) => `${typeOf(event)} ${event.detail.relatedItem?.relatedItemType}`));
    for (const type of ['Comment', 'Contact', 'File', 'Sla', 'ConnectCase', 'Custom']) {
      for (const happens of ['CREATED', 'UPDATED', 'DELETED'])
        expect(seen).toContain(`RELATED_ITEM.${happens} ${type}`);
    }
    const states = all.map(({ detail }) => detail.relatedItem?.sla?.slaConfiguration.status);
    expect(new Set(states)).toEqual(new Set([undefined, 'Active', 'Met', 'NotMet', 'Overdue']));
  });

  test('keeps to the size of events, however long the values are', () => {
    const domain = worlds['a domain of 400 fields'] as NonNullable<HistoryOptions['domain']>;
    for (const [history] of [sampled({ domain, maxCases: 1, minLength: 250 }, 1)]) {
      const wrong = historyLaws['every event keeps the invariants']?.(history as History, { domain, dialect: {} });
      expect(wrong).toEqual([]);
    }
  });
});

function isOutOfOrder(texts: readonly string[]): boolean {
  return texts.some((text, at) => at > 0 && text < (texts[at - 1] as string));
}

test('fields that a consumer reads change more often in histories for it', () => {
  const { feedback } = exampleDomain.fields;
  const shareOf = (preferredFieldIds: readonly string[]): number => {
    const all: readonly Any[] = fc
      .sample(historiesFor({ domain: exampleDomain, preferredFieldIds }), { numRuns: 200, seed: 5 })
      .flat();
    const updates = all.filter((event) => typeOf(event) === 'CASE.UPDATED');
    return updates.filter(({ detail }) => detail.changedFieldIds.includes(feedback.id)).length / updates.length;
  };
  expect(shareOf([])).toBeLessThan(0.25);
  // Paths that name no field, and fields that people cannot change, remove nothing.
  expect(shareOf(['', 'status', feedback.id])).toBeGreaterThan(0.45);
});

describe('wrong options', () => {
  test.each<[string, Any, string]>([
    [
      'an unknown name',
      { maxLenght: 3 },
      'the option name in options is "maxLenght"; allowed: "domain", "dialect", "minLength", "maxLength", "maxCases". Did you mean "maxLength"?',
    ],
    [
      'a number of events below one',
      { minLength: 0 },
      'options.minLength is 0; allowed: a whole number from 1 to 1,000.',
    ],
    [
      'a text in place of a number',
      { maxLength: '3' },
      'options.maxLength is "3"; allowed: a whole number from 1 to 1,000.',
    ],
    ['a fraction of a case', { maxCases: 2.5 }, 'options.maxCases is 2.5; allowed: a whole number from 1 to 100.'],
    ['too many events', { minLength: 1001 }, 'options.minLength is 1001; allowed: a whole number from 1 to 1,000.'],
    [
      'a minimum above the maximum',
      { minLength: 5, maxLength: 4 },
      'options.maxLength is 4; allowed: a whole number from 5 to 1,000.',
    ],
    [
      'an unknown fraction',
      { dialect: { fraction: 'none' } },
      'dialect.fraction is "none"; allowed: "milliseconds", "seconds", "microseconds", "nanoseconds".',
    ],
  ])('are refused: %s', (_, options, message) => {
    expect(refusal(() => caseHistory(options))).toBe(message);
  });

  test('are refused: dropped zeros of fractions that do not exist', () => {
    expect(refusal(() => caseHistory({ dialect: { fraction: 'seconds', fractionZeros: 'dropped' } }))).toBe(
      'options.dialect.fractionZeros is "dropped"; allowed: "written" where dialect.fraction is "seconds". Whole seconds have no zeros at the end of a fraction.',
    );
  });
});
