import type { Additions, EventDraft, RelatedItemDraft } from '../../model/event/compose.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import type { EventPath } from '../../model/values/eventPath.ts';
import type { CoverageItem } from './coverageItems.ts';
import type { Variation, VariationPoint } from './variationPoint.ts';

/** Properties that AWS may add wherever it has added some before: never inside a field value or a user. */
export function listAdditionPoints(subject: EventDraft['subject'], dialect: Dialect): VariationPoint<WithAdditions>[] {
  const points = [
    makeAdditionPoint(
      'new property in the envelope',
      'envelopeAddition',
      [],
      (additions) => (additions.envelope ??= {}),
    ),
    makeAdditionPoint('new property in detail', 'detailAddition', ['detail'], (additions) => (additions.detail ??= {})),
    makeAdditionPoint(
      'new property in the case or related item',
      'subjectAddition',
      ['detail', subject],
      (additions) => (additions.subject ??= {}),
    ),
  ];
  return dialect.performedBy === 'present' ? [...points, performerPoint] : points;
}

type WithAdditions = Pick<EventDraft, 'additions'>;

/** A property that AWS may add to the content of a related item. */
export const contentAdditionPoint: VariationPoint<RelatedItemDraft> = {
  id: 'new property in the content',
  segments: ['detail', 'relatedItem'],
  variations: [
    makeAddition('contentAddition', (draft, value) => {
      if (draft.content !== undefined) draft.content = { ...draft.content, newProperty: value };
    }),
  ],
};

const performerPoint = makeAdditionPoint(
  'new property in performedBy',
  'performedByAddition',
  ['detail', 'performedBy'],
  (additions) => (additions.performedBy ??= {}),
);

function makeAdditionPoint(
  id: string,
  coverageItem: CoverageItem,
  segments: EventPath,
  holderIn: (additions: Additions) => Record<string, unknown>,
): VariationPoint<WithAdditions> {
  const variation = makeAddition<WithAdditions>(coverageItem, ({ additions }, value) => {
    holderIn(additions).newProperty = value;
  });
  return { id, segments, variations: [variation] };
}

function makeAddition<Draft>(
  coverageItem: CoverageItem,
  add: (draft: Draft, value: unknown) => void,
): Variation<Draft> {
  return {
    class: 'open',
    coverageItem,
    fact: 'additions',
    plain: true,
    apply: (draft, number) => add(draft, (values[number % values.length] as () => unknown)()),
  };
}

/** Functions, so that no two events share an object. */
const values: readonly (() => unknown)[] = [
  () => 'new',
  () => ({ nested: { list: [1, null, 'x'] } }),
  () => 7,
  () => [],
  () => null,
  () => false,
];
