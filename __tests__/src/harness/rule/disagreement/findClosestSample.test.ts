import type { Domain } from '../../../../../model/domain/domain.ts';
import { exampleDomain } from '../../../../../model/domain/exampleDomain.ts';
import { compileRule } from '../../../../../model/rule/rule.ts';
import { findClosestSample } from '../../../../../src/harness/rule/disagreement/findClosestSample.ts';

function closestTo(pattern: unknown): string {
  const { detail } = findClosestSample(exampleDomain as unknown as Domain, compileRule('rule', pattern));
  return 'relatedItem' in detail ? `${detail.eventType} ${detail.relatedItem.relatedItemType}` : detail.eventType;
}

test.each<[string, unknown, string]>([
  ['an event type', { detail: { eventType: ['CASE.DELETED'] } }, 'CASE.DELETED'],
  ['an event type in lower case', { detail: { eventType: ['case.deleted'] } }, 'CASE.DELETED'],
  ['a misspelt event type', { detail: { eventType: ['CASE.DELETE'] } }, 'CASE.DELETED'],
  [
    'an item type, and a value that it does not have',
    { detail: { relatedItem: { relatedItemType: ['File'], fileId: ['x'] } } },
    'RELATED_ITEM.CREATED File',
  ],
  [
    'the most leaves, whichever come first',
    { source: ['aws.s3'], detail: { eventType: ['RELATED_ITEM.DELETED'], relatedItem: { relatedItemType: ['Sla'] } } },
    'RELATED_ITEM.DELETED Sla',
  ],
  [
    'the best of several combinations',
    {
      detail: {
        $or: [
          { a: ['x'], b: ['y'], eventType: ['CASE.CREATED'] },
          { a: ['x'], eventType: ['CASE.UPDATED'] },
        ],
      },
    },
    'CASE.UPDATED',
  ],
])('the sample closest to a rule on %s', (_, pattern, expected) => {
  expect(closestTo(pattern)).toBe(expected);
});
