import { isFault } from '../../../../../src/harness/delivery/faults/isFault.ts';

const event = 'id';
const outage = { kind: 'outage', event, call: 0, error: 'timeout', effect: 'after', lasts: 2 };

test.each([
  { kind: 'duplicates', event, by: 1 },
  { kind: 'reordering', event, by: 20 },
  { kind: 'loss', event },
  { kind: 'poison', event, poison: 'invalidJson', number: 0 },
  outage,
])('%j is a fault', (fault) => {
  expect(isFault(fault)).toBe(true);
});

test.each([
  null,
  'loss',
  [],
  {},
  { kind: 'flood', event },
  { kind: 'toString', event },
  { kind: ['loss'], event },
  { kind: 'loss' },
  { kind: 'loss', event: 7 },
  { kind: 'duplicates', event },
  { kind: 'duplicates', event, by: 0 },
  { kind: 'reordering', event, by: 1.5 },
  { kind: 'reordering', event, by: '1' },
  { kind: 'poison', event, poison: 'arsenic', number: 0 },
  { kind: 'poison', event, poison: 'foreign', number: -1 },
  { ...outage, call: -1 },
  { ...outage, error: 'fire' },
  { ...outage, effect: 'during' },
  { ...outage, lasts: Number.NaN },
])('%j is no fault', (value) => {
  expect(isFault(value)).toBe(false);
});
