import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { isImpersonal } from '../../../model/event/documentedNames.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { eventTypes } from '../../../model/facts/eventTypes.ts';
import { openQuestions } from '../../../model/facts/openQuestions.ts';
import { relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';

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
    relatedItemTypes.flatMap((itemType) => namesIn(makeSample(type, exampleDomain, { itemType, dialect }))),
  );
  expect(names.filter((name) => !isImpersonal(name))).toEqual([]);
});

test.each(['Erika', 'value ', 'stringvalue', '', '1d4f2c3b-7a60-4e58-9b1c', 'constructor'])(
  '%j may not be shown',
  (name) => {
    expect(isImpersonal(name)).toBe(false);
  },
);
