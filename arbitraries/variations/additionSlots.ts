import type { Domain } from '../../model/domain/domain.ts';
import type { Additions, EventParts } from '../../model/event/compose.ts';
import { type Dialect, hasItemContent } from '../../model/event/dialect.ts';
import { type EventType, isRelatedItemEventType } from '../../model/facts/eventTypes.ts';
import type { Bullet } from './classes.ts';
import type { Slot } from './slot.ts';

/** Properties that AWS may add tomorrow, wherever it has added some before: never inside a field value or a user. */
export function additionSlots(type: EventType, domain: Domain, dialect: Dialect): Slot[] {
  const subject = isRelatedItemEventType(type) ? 'relatedItem' : 'case';
  const slots = [
    additionSlot('new property in the envelope', [], (additions) => (additions.envelope ??= {})),
    additionSlot('new property in detail', ['detail'], (additions) => (additions.detail ??= {})),
    additionSlot(
      'new property in the case or related item',
      ['detail', subject],
      (additions) => (additions.subject ??= {}),
    ),
  ];
  if (dialect.performedBy === 'present') slots.push(performerSlot);
  if (subject === 'relatedItem' && hasItemContent(type, domain, dialect)) slots.push(contentSlot);
  return slots;
}

const values: readonly (() => unknown)[] = [
  () => 'new',
  () => ({ nested: { list: [1, null, 'x'] } }),
  () => 7,
  () => [],
  () => null,
  () => false,
];

function additionSlot(
  bullet: Bullet,
  steps: readonly string[],
  place: (additions: Additions) => Record<string, unknown>,
): Slot {
  const add = (parts: EventParts, number: number): void => {
    place(parts.additions).newProperty = newValue(number);
  };
  return { name: bullet, steps, variations: [{ class: 'open', bullet, fact: 'additions', plain: true, apply: add }] };
}

const performerSlot = additionSlot(
  'new property in performedBy',
  ['detail', 'performedBy'],
  (additions) => (additions.performedBy ??= {}),
);

const contentSlot: Slot = {
  name: 'new property in the content',
  steps: ['detail', 'relatedItem'],
  variations: [
    {
      class: 'open',
      bullet: 'new property in the content',
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
