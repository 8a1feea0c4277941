import { resolveDialect } from '../../../src/event/dialect.ts';
import { isImpersonal } from '../../../src/event/documentedNames.ts';
import { exampleDomain } from '../../../src/event/exampleDomain.ts';
import { sample } from '../../../src/event/samples.ts';
import { eventTypes } from '../../../src/facts/eventTypes.ts';
import { openQuestions } from '../../../src/facts/openQuestions.ts';
import { relatedItemTypes } from '../../../src/facts/relatedItemTypes.ts';

function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(namesIn)];
}

const readings = Object.entries(openQuestions).flatMap(([name, { readings: all }]) =>
  Object.keys(all).map((reading) => resolveDialect({ [name]: reading })),
);

test.each(eventTypes)('every name in %s may be shown, in every reading', (type) => {
  const names = readings.flatMap((dialect) =>
    relatedItemTypes.flatMap((itemType) => namesIn(sample(type, exampleDomain, { itemType, dialect }))),
  );
  expect(names.filter((name) => !isImpersonal(name))).toEqual([]);
});

test.each(['Erika', 'value ', 'stringvalue', '', '1d4f2c3b-7a60-4e58-9b1c', 'constructor'])('%j may not', (name) => {
  expect(isImpersonal(name)).toBe(false);
});
