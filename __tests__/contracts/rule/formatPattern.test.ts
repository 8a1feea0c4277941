import { formatPattern } from '../../../contracts/rule/formatPattern.ts';

test('a pattern is JSON with two spaces, and its lists stand on one line if they fit', () => {
  const pattern = {
    source: ['aws.cases'],
    detail: {
      $or: [
        {
          eventType: ['RELATED_ITEM.CREATED', 'CASE.RELATED_ITEM.CREATED'],
          relatedItem: { relatedItemType: ['Sla', { exists: false }] },
        },
        {
          eventType: [
            'CASE.CREATED',
            'CASE.UPDATED',
            'CASE.DELETED',
            'RELATED_ITEM.DELETED',
            'CASE.RELATED_ITEM.DELETED',
          ],
        },
      ],
    },
  };
  const text = formatPattern(pattern);
  expect(JSON.parse(text)).toEqual(pattern);
  expect(text).toBe(`{
  "source": ["aws.cases"],
  "detail": {
    "$or": [
      {
        "eventType": ["RELATED_ITEM.CREATED", "CASE.RELATED_ITEM.CREATED"],
        "relatedItem": { "relatedItemType": ["Sla", { "exists": false }] }
      },
      {
        "eventType": [
          "CASE.CREATED",
          "CASE.UPDATED",
          "CASE.DELETED",
          "RELATED_ITEM.DELETED",
          "CASE.RELATED_ITEM.DELETED"
        ]
      }
    ]
  }
}`);
});

test('a short pattern stays readable', () => {
  expect(formatPattern({ source: ['aws.cases'], detail: { eventType: ['CASE.CREATED'] } })).toBe(`{
  "source": ["aws.cases"],
  "detail": { "eventType": ["CASE.CREATED"] }
}`);
});
