import { contractSpace } from '../../contracts/contractSpace.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { resolveDialect } from '../../model/event/dialect.ts';
import { refusal } from '../helpers/refusal.ts';

const domain = exampleDomain as never;
const created = { eventType: 'CASE.CREATED', itemTypes: [], domain } as const;
const items = { eventType: 'RELATED_ITEM.CREATED', itemTypes: ['Comment', 'Sla'], domain } as const;

test('a row for a case event type has one kind, and a row for related items has one for each item type', () => {
  expect(
    [created, items].map((row) =>
      contractSpace(row)
        .samples()
        .map(({ itemType }) => itemType),
    ),
  ).toEqual([[undefined], ['Comment', 'Sla']]);
});

test('a dialect changes the events of the row', () => {
  const event = contractSpace(items, resolveDialect({ relatedItemType: 'comment' }))
    .sample()
    .event();
  expect(event).toMatchObject({ detail: { relatedItem: { relatedItemType: 'comment' } } });
});

test('a row whose item types do not fit its event type is refused', () => {
  expect(refusal(() => contractSpace({ ...items, itemTypes: [] }))).toBe(
    'itemTypes is []; allowed: at least one related item type for RELATED_ITEM.CREATED.',
  );
});
