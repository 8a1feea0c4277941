import { defaultDialect } from '../../../model/event/dialect.ts';
import { listReadings } from '../../../model/event/listReadings.ts';
import { type OpenQuestion, openQuestions } from '../../../model/facts/openQuestions.ts';

test('the default dialect comes first, and none comes twice', () => {
  const readings = listReadings();
  expect(readings[0]).toBe(defaultDialect);
  expect(new Set(readings).size).toBe(readings.length);
});

test('every combination of spellings is there', () => {
  const spelled = listReadings().map((dialect) => `${dialect.relatedItemEventType} ${dialect.relatedItemType}`);
  for (const eventType of Object.keys(openQuestions.relatedItemEventType.readings)) {
    for (const itemType of Object.keys(openQuestions.relatedItemType.readings)) {
      expect(spelled).toContain(`${eventType} ${itemType}`);
    }
  }
});

test('every reading that verify plays is there, beside default ones', () => {
  for (const [question, { playedBy, readings }] of Object.entries<OpenQuestion>(openQuestions)) {
    const played = new Set<string>(listReadings().map((dialect) => dialect[question as 'fraction']));
    const { default: usual } = openQuestions[question as 'fraction'];
    expect([...played].sort()).toEqual((playedBy === 'verify' ? Object.keys(readings) : [usual]).toSorted());
  }
});
