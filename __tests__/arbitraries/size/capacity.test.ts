import fc from 'fast-check';
import { buildBaselineDraft } from '../../../arbitraries/plan/buildDraft.ts';
import { type Capacity, countExtraFields, measureCapacity, measureRoom } from '../../../arbitraries/size/capacity.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

const site = { holder: {}, member: 'text', start: 0 };

/** A capacity with the given rooms, as if measured from an event. */
const capacities = fc
  .record({
    texts: fc.array(fc.nat(5000), { maxLength: 5 }),
    identifiers: fc.array(fc.nat(500), { maxLength: 3 }),
    most: fc.nat(400),
    overhead: fc.integer({ min: 60, max: 120 }),
  })
  .map(({ texts, identifiers, most, overhead }): Capacity => {
    const sum = (rooms: readonly number[]): number => rooms.reduce((total, room) => total + room, 0);
    return {
      texts: texts.map((room) => ({ ...site, width: 1, room })),
      textRoom: sum(texts),
      identifiers: identifiers.map((room) => ({ ...site, width: 1, room })),
      identifierRoom: sum(identifiers),
      extraFields: { most, overhead, opening: 0, add: () => [] },
    };
  });

/** The same, counted one by one: fields are added until the texts take what identifiers cannot. */
function countOneByOne({ textRoom, identifiers, extraFields }: Capacity, bytes: number, width: number): number {
  const toTexts = bytes - (identifiers.length > 0 ? 100 : 0);
  const roomWith = (added: number): number =>
    Math.max(0, textRoom + added * 4100 - 6) * width + added * extraFields.overhead;
  let count = 0;
  while (count < extraFields.most && roomWith(count) < toTexts) count++;
  return count;
}

test('the number of added fields equals that of adding them one by one', () => {
  const property = fc.property(capacities, fc.nat(1_048_576), fc.constantFrom(1, 3, 4, 6), (capacity, bytes, width) => {
    expect(countExtraFields(capacity, bytes, width, 0)).toBe(countOneByOne(capacity, bytes, width));
  });
  fc.assert(property, { numRuns: 1000, seed: 15 });
});

test('the requested number of fields is added if the bytes allow', () => {
  const property = fc.property(capacities, fc.nat(100_000), fc.nat(400), (capacity, bytes, wanted) => {
    const { most, overhead } = capacity.extraFields;
    const needed = countExtraFields(capacity, bytes, 1, 0);
    const toTexts = bytes - (capacity.identifiers.length > 0 ? 100 : 0);
    const allowed = Math.max(0, Math.floor(toTexts / overhead));
    expect(countExtraFields(capacity, bytes, 1, wanted)).toBe(
      Math.min(most, Math.max(needed, Math.min(wanted, allowed))),
    );
  });
  fc.assert(property, { numRuns: 500, seed: 15 });
});

test('measuring plain texts gives the same capacity without reading them', () => {
  for (const kind of kindsIn(worlds['the example domain'] as never)) {
    const draft = buildBaselineDraft(kind);
    const [read, unread] = [false, true].map((plain) => {
      const { textRoom, identifierRoom } = measureCapacity(kind, draft, { plain });
      return { textRoom, identifierRoom };
    });
    expect(unread).toEqual(read);
  }
});

test('the room includes all texts, all identifiers and the added fields', () => {
  for (const kind of everyKind()) {
    const capacity = measureCapacity(kind, buildBaselineDraft(kind));
    const { texts, identifiers, extraFields } = capacity;
    const spare = identifiers.length === 0 ? 6 : 0;
    const added = extraFields.most;
    const inTexts = Math.max(0, texts.reduce((sum, { room }) => sum + room, 0) + added * 4100 - spare) * 3;
    const inIdentifiers = identifiers.reduce((sum, { room, width }) => sum + room * width, 0);
    expect(measureRoom(capacity, 3, added)).toBe(inTexts + added * extraFields.overhead + inIdentifiers);
  }
});
