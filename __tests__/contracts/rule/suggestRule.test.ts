import fc from 'fast-check';
import { foreignEvents } from '../../../arbitraries/foreignEvents.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { itemGroups } from '../../../contracts/rule/readItems.ts';
import { suggestRule } from '../../../contracts/rule/suggestRule.ts';
import type { Table } from '../../../contracts/table.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { type Dialect, defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { openQuestions } from '../../../model/facts/openQuestions.ts';
import { relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { eventPattern } from '../../../model/rule/eventPattern.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { listRows } from '../../helpers/listRows.ts';

const read = ['relatedItem.caseId'] as const;

function suggestFor(rows: Partial<Record<keyof Table, unknown>>): unknown {
  return suggestRule(listRows(contractsFor('refunds', { ...ignoringAll, ...rows } as Table)));
}

const caseTypes = { 'CASE.CREATED': ['case.caseId'], 'CASE.UPDATED': ['case.caseId'] };
const created = ['RELATED_ITEM.CREATED', 'CASE.RELATED_ITEM.CREATED'];
const deleted = ['RELATED_ITEM.DELETED', 'CASE.RELATED_ITEM.DELETED'];
const comments = ['Comment', 'comment'];

describe('the suggested rule', () => {
  it('names the event types of case events', () => {
    expect(suggestFor(caseTypes)).toEqual({
      source: ['aws.cases'],
      detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] },
    });
  });

  it('names related items in both spellings, and no item types if all are read', () => {
    expect(suggestFor({ ...caseTypes, 'RELATED_ITEM.DELETED': read })).toEqual({
      source: ['aws.cases'],
      detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED', ...deleted] },
    });
  });

  it('names the item types that are read, in both spellings, and lets case events have none', () => {
    expect(suggestFor({ 'RELATED_ITEM.CREATED': { Comment: read, otherwise: ignored } })).toEqual({
      source: ['aws.cases'],
      detail: { eventType: created, relatedItem: { relatedItemType: comments } },
    });
    expect(suggestFor({ ...caseTypes, 'RELATED_ITEM.CREATED': { Comment: read, otherwise: ignored } })).toEqual({
      source: ['aws.cases'],
      detail: {
        eventType: ['CASE.CREATED', 'CASE.UPDATED', ...created],
        relatedItem: { relatedItemType: [...comments, { exists: false }] },
      },
    });
  });

  it('excludes the item types that are ignored, if all others are read', () => {
    expect(suggestFor({ 'RELATED_ITEM.CREATED': { ConnectCase: ignored, Sla: ignored, otherwise: read } })).toEqual({
      source: ['aws.cases'],
      detail: {
        eventType: created,
        relatedItem: { relatedItemType: [{ 'anything-but': ['Sla', 'sla', 'ConnectCase', 'connect'] }] },
      },
    });
  });

  it('has alternatives if the event types differ, and case events join the one without a condition on items', () => {
    expect(
      suggestFor({
        ...caseTypes,
        'RELATED_ITEM.CREATED': { Comment: read, otherwise: ignored },
        'RELATED_ITEM.DELETED': read,
      }),
    ).toEqual({
      source: ['aws.cases'],
      detail: {
        $or: [
          { eventType: created, relatedItem: { relatedItemType: comments } },
          { eventType: ['CASE.CREATED', 'CASE.UPDATED', ...deleted] },
        ],
      },
    });
  });

  it('has as few alternatives as possible: by item types, if that is shorter than by event types', () => {
    const pattern = suggestFor({
      'RELATED_ITEM.CREATED': { Comment: read, otherwise: ignored },
      'RELATED_ITEM.UPDATED': { Comment: read, Custom: read, otherwise: ignored },
      'RELATED_ITEM.DELETED': { Custom: read, otherwise: ignored },
    }) as { detail: { $or: { relatedItem: unknown }[] } };
    expect(pattern.detail.$or.map(({ relatedItem }) => relatedItem)).toEqual([
      { relatedItemType: comments },
      { relatedItemType: ['Custom', 'custom'] },
    ]);
  });

  it('does not exist for a table that reads nothing', () => {
    expect(suggestFor({})).toBeUndefined();
  });
});

// Every table that a consumer can write, as far as a rule goes.
const itemRow = fc.oneof(
  fc.constantFrom(ignored, read),
  fc
    .dictionary(fc.constantFrom(...relatedItemTypes), fc.constantFrom(ignored, read))
    .chain((named) => fc.constantFrom(ignored, read).map((otherwise) => ({ ...named, otherwise }))),
);
const caseRow = fc.constantFrom(ignored, ['case.caseId']);
const tables = fc.record({
  'CASE.CREATED': caseRow,
  'CASE.UPDATED': caseRow,
  'CASE.DELETED': caseRow,
  'RELATED_ITEM.CREATED': itemRow,
  'RELATED_ITEM.UPDATED': itemRow,
  'RELATED_ITEM.DELETED': itemRow,
}) as fc.Arbitrary<Table>;

/** Any reading of every open question. */
const dialects = fc
  .record(
    Object.fromEntries(
      Object.entries(openQuestions).map(([name, { readings }]) => [name, fc.constantFrom(...Object.keys(readings))]),
    ),
  )
  .map((readings) => resolveDialect(readings as Partial<Dialect>));

function samplesOf(contract: Contract, dialect: Dialect): readonly object[] {
  const { itemTypes, otherItemTypes } = contract;
  const space = contractSpace({ ...contract, itemTypes: [...itemTypes, ...otherItemTypes] }, dialect);
  return space.samples().map((sample) => sample.event());
}

test('it admits every event of the rows that read, and no other, in every reading', () => {
  fc.assert(
    fc.property(tables, dialects, (table, dialect) => {
      const contracts = contractsFor('refunds', table);
      const pattern = suggestRule(listRows(contracts));
      const rule = pattern === undefined ? undefined : eventPattern(pattern);
      for (const contract of contracts) {
        for (const event of samplesOf(contract, dialect)) {
          expect([contract.title, rule?.matches(event) ?? false]).toEqual([contract.title, !contract.ignores]);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('it admits every variation of the events that are read', () => {
  const contracts = contractsFor(
    'refunds',
    {
      ...ignoringAll,
      ...caseTypes,
      'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], File: ignored, otherwise: read },
      'RELATED_ITEM.UPDATED': { Custom: read, otherwise: ignored },
    } as Table,
    { domain: exampleDomain },
  );
  const rule = eventPattern(suggestRule(listRows(contracts)) as object);
  for (const contract of contracts) {
    for (const planned of contractSpace(contract).cases(contract.reads, 2000)) {
      expect(rule.matches(planned.event())).toBe(!contract.ignores);
    }
  }
});

test('it admits no CloudTrail record, no unknown event type, and nothing of another source', () => {
  fc.assert(
    fc.property(tables, foreignEvents({ state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' }), (table, foreign) => {
      const contracts = contractsFor('refunds', table);
      const rule = eventPattern(suggestRule(listRows(contracts)) ?? { source: ['none'] });
      expect(rule.matches(foreign)).toBe(false);
      const [sample] = contracts.flatMap((contract) => samplesOf(contract, defaultDialect));
      expect(rule.matches({ ...sample, source: 'my.shop' })).toBe(false);
    }),
  );
});

test('nothing can be left out: without a value it loses events, without a condition it gets more', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const contracts = contractsFor('refunds', table);
      const pattern = suggestRule(listRows(contracts));
      if (pattern === undefined) return;
      const events = everyKindOfEvent(contracts);
      const admitted = decide(pattern, events);
      for (const smaller of listSmaller(pattern)) {
        expect([smaller, decide(smaller, events)]).not.toEqual([smaller, admitted]);
      }
    }),
    { numRuns: 50 },
  );
});

/** Samples in both spellings, an unknown event type, and an event of another source. */
function everyKindOfEvent(contracts: readonly Contract[]): readonly object[] {
  const spellings = (['RELATED_ITEM', 'CASE.RELATED_ITEM'] as const).flatMap((relatedItemEventType) =>
    (['Comment', 'comment'] as const).map((relatedItemType) =>
      resolveDialect({ relatedItemEventType, relatedItemType }),
    ),
  );
  const samples = contracts.flatMap((contract) => spellings.flatMap((dialect) => samplesOf(contract, dialect)));
  return samples.flatMap((event) => [
    event,
    { ...event, source: 'my.shop' },
    { ...event, detail: { ...(event as { detail: object }).detail, eventType: 'CASE.MERGED' } },
  ]);
}

function decide(pattern: object, events: readonly object[]): readonly boolean[] {
  return events.map(eventPattern(pattern).matches);
}

/** The pattern without one of its parts, as far as it stays valid. */
function listSmaller(pattern: object): readonly object[] {
  const smaller = (value: unknown): unknown[] => {
    if (Array.isArray(value)) {
      const parts = value.flatMap((part, index) => smaller(part).map((less) => value.with(index, less)));
      return [...value.map((_, index) => value.filter((__, other) => other !== index)), ...parts];
    }
    if (typeof value !== 'object' || value === null) return [];
    const members = Object.entries(value);
    return members.flatMap(([key, part]) => [
      Object.fromEntries(members.filter(([other]) => other !== key)),
      ...smaller(part).map((less) => ({ ...value, [key]: less })),
    ]);
  };
  return (smaller(pattern) as object[]).filter((less) => {
    try {
      return eventPattern(less) !== undefined;
    } catch {
      return false;
    }
  });
}

test('every item type has a column', () => {
  expect(itemGroups).toEqual([...relatedItemTypes, 'otherwise']);
});
