import type { VariationPoint } from '../../../arbitraries/variations/variationPoint.ts';
import { kindsIn, worlds } from '../worlds.ts';

const points = [false, true].flatMap((fresh) =>
  kindsIn(worlds['the example domain'] as never, {}, fresh).flatMap<Pick<VariationPoint, 'id' | 'isField'>>(
    ({ points }) => points,
  ),
);

test('the ids of points stay the same, because promised fixtures depend on them', () => {
  const ids = points.filter(({ isField }) => !isField).map(({ id }) => id);
  expect([...new Set(ids)].toSorted()).toEqual([
    'body',
    'caseId',
    'changedFieldIds',
    'channel',
    'connectedToSystemTime',
    'contactArn',
    'contentType',
    'fields',
    'fileArn',
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) => `fresh field ${index}`),
    ...[0, 1, 2, 3].map((index) => `fresh item field ${index}`),
    'id',
    'linked case',
    'missing item field',
    'more item fields',
    'new property in detail',
    'new property in performedBy',
    'new property in the case or related item',
    'new property in the content',
    'new property in the envelope',
    'principal',
    'relatedItemId',
    'sla fieldId',
    'sla name',
    'sla status',
    'sla targetFieldValues',
    'sla targetTime',
    'templateId',
    'times',
    ...[0, 1, 2].map((index) => `unknown field ${index}`),
    'user',
  ]);
});

test('the id of a field consists of its name in a case or its id in an item, and of what is odd about it', () => {
  const ids = new Set(points.filter(({ isField }) => isField).map(({ id }) => id));
  expect([...ids]).toEqual(
    expect.arrayContaining([
      'field status',
      'field refundAmount',
      'field id of digits',
      'field id with dots',
      'field id with blanks',
      'field id outside ASCII',
      'item field 1d4f2c3b-7a60-4e58-9b1c-0f2e4d6a8c01',
    ]),
  );
});
