import type { Domain } from '../../model/domain/domain.ts';
import type { Additions, EventParts } from '../../model/event/compose.ts';
import { type Dialect, hasItemContent } from '../../model/event/dialect.ts';
import { type EventType, isRelatedItemEventType } from '../../model/facts/eventTypes.ts';
import type { CoverageItem } from './coverageItems.ts';
import type { VariationPoint } from './variationPoint.ts';

/** Properties that AWS may add tomorrow, wherever it has added some before: never inside a field value or a user. */
export function additionPoints(type: EventType, domain: Domain, dialect: Dialect): VariationPoint[] {
  const subject = isRelatedItemEventType(type) ? 'relatedItem' : 'case';
  const points = [
    additionPoint('new property in the envelope', [], (additions) => (additions.envelope ??= {})),
    additionPoint('new property in detail', ['detail'], (additions) => (additions.detail ??= {})),
    additionPoint(
      'new property in the case or related item',
      ['detail', subject],
      (additions) => (additions.subject ??= {}),
    ),
  ];
  if (dialect.performedBy === 'present') points.push(performerPoint);
  if (subject === 'relatedItem' && hasItemContent(type, domain, dialect)) points.push(contentPoint);
  return points;
}

const values: readonly (() => unknown)[] = [
  () => 'new',
  () => ({ nested: { list: [1, null, 'x'] } }),
  () => 7,
  () => [],
  () => null,
  () => false,
];

function additionPoint(
  coverageItem: CoverageItem,
  segments: readonly string[],
  place: (additions: Additions) => Record<string, unknown>,
): VariationPoint {
  const add = (parts: EventParts, number: number): void => {
    place(parts.additions).newProperty = newValue(number);
  };
  return {
    name: coverageItem,
    segments,
    variations: [{ class: 'open', coverageItem, fact: 'additions', plain: true, apply: add }],
  };
}

const performerPoint = additionPoint(
  'new property in performedBy',
  ['detail', 'performedBy'],
  (additions) => (additions.performedBy ??= {}),
);

const contentPoint: VariationPoint = {
  name: 'new property in the content',
  segments: ['detail', 'relatedItem'],
  variations: [
    {
      class: 'open',
      coverageItem: 'new property in the content',
      fact: 'additions',
      plain: true,
      apply: (parts, number) => {
        if (parts.content !== undefined) parts.content = { ...parts.content, newProperty: newValue(number) };
      },
    },
  ],
};

function newValue(number: number): unknown {
  return (values[number % values.length] as () => unknown)();
}
