import { eventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { draw } from '../../../src/harness/run/draw.ts';
import { refusal } from '../../helpers/refusal.ts';

function contractReading(...paths: string[]): Contract {
  const rest = { 'CASE.UPDATED': ignored, 'CASE.DELETED': ignored };
  const items = { 'RELATED_ITEM.CREATED': ignored, 'RELATED_ITEM.UPDATED': ignored, 'RELATED_ITEM.DELETED': ignored };
  return contractsFor(
    'refunds',
    { ...rest, ...items, 'CASE.CREATED': paths as never },
    { domain: exampleDomain },
  )[0] as Contract;
}

function valuesOf(contract: Contract, field: 'feedback' | 'refundAmount'): unknown[] {
  const { id } = exampleDomain.fields[field];
  return contractSpace(contract)
    .schedule(contract.reads)
    .plannedEvents.map((planned) => {
      const { fields } = (
        planned.event() as unknown as { detail: { case: { fields?: Record<string, { value: object }> } } }
      ).detail.case;
      return fields?.[id] === undefined ? 'absent' : Object.values(fields[id].value)[0];
    });
}

test('the sample comes first', () => {
  const contract = contractReading('case.caseId');
  const [first] = contractSpace(contract).schedule(contract.reads).plannedEvents;
  expect(first?.class).toBe('sample');
  expect(first?.event()).toEqual(makeSample('CASE.CREATED', exampleDomain));
});

test('every run tries every edge value of the type of a field that is read', () => {
  const numbers = valuesOf(contractReading('case.fields.refundAmount'), 'refundAmount');
  expect(numbers).toEqual(
    expect.arrayContaining([
      'absent',
      0,
      -1,
      -19.99,
      1 / 3,
      5e-324,
      1e-7,
      Number.MAX_SAFE_INTEGER,
      1e21,
      Number.MAX_VALUE,
    ]),
  );
  const texts = valuesOf(contractReading('case.fields.feedback'), 'feedback') as string[];
  expect(texts).toEqual(
    expect.arrayContaining([
      'absent',
      '',
      expect.stringMatching(/^[ -~]{4100}$/),
      expect.stringMatching(/^(\p{So}|\p{L}|\ufe0f)/u),
    ]),
  );
  expect(texts.some((text) => [...text].length === 4100 && text.length > 8000 && text.startsWith('a'))).toBe(true);
});

test('every run tries events of exactly the largest size, and of one byte less', () => {
  const contract = contractReading('case.caseId');
  const sizes = contractSpace(contract)
    .schedule(contract.reads)
    .plannedEvents.map((planned) => entrySize(planned.event()));
  expect(sizes).toEqual(expect.arrayContaining([262_144, 262_143]));
  expect(Math.max(...sizes)).toBe(262_144);
});

test("coverage items that a contract's events cannot have are listed as not applicable", () => {
  const contract = contractReading('case.caseId');
  expect(contractSpace(contract).schedule(contract.reads).notApplicable).toEqual([
    'a member of the content absent',
    'new property in the content',
    'unknown item type',
    'longest ASCII content',
    'longest 4-byte content',
    'longest escaped content',
  ]);
});

const items = {
  eventType: 'RELATED_ITEM.CREATED',
  itemTypes: ['Comment', 'Sla', unknownItemType],
  domain: exampleDomain as never,
} as const;

test('a space of several item types has a sample of each, in their order', () => {
  const space = eventSpace(items);
  expect(space.samples().map(({ itemType }) => itemType)).toEqual(items.itemTypes);
  expect(space.sample().itemType).toBe('Comment');
  expect(space.samples().map((planned) => planned.event())).toEqual(
    items.itemTypes.map((itemType) => makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType })),
  );
});

test('every planned event of an unknown item type counts as new', () => {
  const { plannedEvents } = eventSpace({ ...items, itemTypes: [unknownItemType] }).schedule([]);
  expect(new Set(plannedEvents.map((planned) => planned.class))).toEqual(new Set(['open']));
});

test('a part of a space has the kinds of the requested samples', () => {
  const part = eventSpace(items).filter(({ itemType }) => itemType !== 'Sla');
  expect(part.samples().map(({ itemType }) => itemType)).toEqual(['Comment', unknownItemType]);
});

test('the largest size of a transport bounds every fixed case and every random event', () => {
  const largest = 100_000;
  const space = contractSpace(contractReading('case.caseId'));
  const drawn = draw(() => space.arbitrary(largest), { seed: 1, runs: 200 });
  const delivered = [...space.cases([], largest), ...drawn].map((planned) =>
    Buffer.byteLength(JSON.stringify(planned.event())),
  );
  expect(Math.max(...delivered)).toBe(largest);
});

test('the largest size is that of the dialect', () => {
  const dialect = resolveDialect({ entrySize: '1,048,576 bytes' });
  const space = contractSpace(contractReading('case.caseId'), dialect);
  expect(Math.max(...space.cases([]).map((planned) => entrySize(planned.event())))).toBe(1_048_576);
});

test('the same seed draws the same events, of every class', () => {
  const drawn = (): object[] =>
    draw(() => eventSpace(items).arbitrary(), { seed: 7, runs: 100 }).map((one) => one.event());
  expect(drawn()).toEqual(drawn());
  const classes = draw(() => eventSpace(items).arbitrary(), { seed: 7, runs: 100 }).map((one) => one.class);
  expect(new Set(classes)).toEqual(new Set(['sample', 'typical', 'sparse', 'edge', 'open', 'limit']));
});

test('no event is drawn if none is requested', () => {
  expect(draw(() => eventSpace(items).arbitrary(), { seed: 7, runs: 0 })).toEqual([]);
});

test('item types that do not fit the event type are refused by the compiler, and when the test runs', () => {
  const domain = exampleDomain as never;
  // @ts-expect-error A related item has a type.
  const none = () => eventSpace({ eventType: 'RELATED_ITEM.CREATED', itemTypes: [], domain });
  // @ts-expect-error A case has no item type.
  const extra = () => eventSpace({ eventType: 'CASE.CREATED', itemTypes: ['Comment'], domain });
  expect(refusal(none)).toBe('itemTypes is []; allowed: at least one related item type for RELATED_ITEM.CREATED.');
  expect(refusal(extra)).toBe(
    "itemTypes is [ 'Comment' ]; allowed: none for CASE.CREATED. Only related items have a type.",
  );
});
