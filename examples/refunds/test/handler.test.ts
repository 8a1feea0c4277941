import type { CaseDeletedEvent, CaseUpdatedEvent } from 'connect-cases-contracts';
import {
  caseCreated,
  caseDeleted,
  caseUpdated,
  events,
  foreignEvents,
  relatedItemCreated,
  relatedItemDeleted,
} from 'connect-cases-contracts/arbitraries';
import fc from 'fast-check';
import type { CasesEvent } from '../src/casesDetail';
import { fieldIds } from '../src/fieldIds';
import { handler, readModel } from '../src/handler';
import type { Row } from '../src/readModel';
import { domain } from './cases-domain';

// The same events in every run, as with `verify`.
fc.configureGlobal({ seed: 20_261_123 });

/** The content of the read model after some events, starting empty. */
async function after(...given: object[]): Promise<Row[]> {
  const model = await readModel;
  model.clear();
  for (const event of given) await handler(event as CasesEvent);
  return model.cases();
}

/** The same event with another case id and time. */
function of<Event extends CaseUpdatedEvent | CaseDeletedEvent>(event: Event, caseId: string, changedAt: string): Event {
  const copy = structuredClone(event);
  copy.id = `${event.id}, ${changedAt}`;
  copy.detail.approximateChangeTime = changedAt;
  copy.detail.case.caseId = caseId;
  return copy;
}

test('handling an event twice is like handling it once', () =>
  fc.assert(
    fc.asyncProperty(events({ domain }), async (event) => {
      expect(await after(event, event)).toEqual(await after(event));
    }),
  ));

test('amounts and flags arrive unchanged', () =>
  fc.assert(
    fc.asyncProperty(caseCreated({ domain }), async (event) => {
      const { fields } = event.detail.case;
      const [row] = await after(event);
      expect(row?.refund_amount ?? undefined).toBe(memberOf(fields?.[fieldIds.refundAmount], 'doubleValue'));
      const goodwill = memberOf(fields?.[fieldIds.goodwill], 'booleanValue');
      expect(row?.goodwill ?? undefined).toBe(goodwill === undefined ? undefined : Number(goodwill));
    }),
  ));

function memberOf(field: { value: object } | undefined, member: string): unknown {
  return (field?.value as Record<string, unknown> | undefined)?.[member];
}

test('the newest change wins, in any order of events', () =>
  fc.assert(
    fc.asyncProperty(caseUpdated({ domain }), caseUpdated({ domain }), async (one, other) => {
      const older = of(one, 'case-1', '2026-11-23T05:41:49.5Z');
      const newer = of(other, 'case-1', '2026-11-23T05:41:49.500001Z');
      expect(await after(newer, older)).toEqual(await after(older, newer));
    }),
  ));

test('a deleted case does not come back with an older update', () =>
  fc.assert(
    fc.asyncProperty(caseUpdated({ domain }), caseDeleted({ domain }), async (updated, deleted) => {
      const older = of(updated, 'case-1', '2026-11-23T05:41:49Z');
      const newer = of(deleted, 'case-1', '2026-11-23T05:41:50Z');
      expect(await after(newer, older)).toEqual([]);
    }),
  ));

const comments = fc
  .constantFrom('Comment' as const, 'comment' as const)
  .chain((spelling) =>
    relatedItemCreated({ domain, relatedItemType: 'Comment', dialect: { relatedItemType: spelling } }),
  );

test('comments are kept to the last character, in both spellings', () =>
  fc.assert(
    fc.asyncProperty(comments, async (event) => {
      await after(event);
      const { relatedItemId, comment } = event.detail.relatedItem;
      expect((await readModel).commentBody(relatedItemId)).toBe(comment?.body ?? null);
    }),
  ));

test('a deleted comment is no longer the last comment, with and without the prefix CASE.', () =>
  fc.assert(
    fc.asyncProperty(
      caseCreated({ domain, class: 'typical' }),
      relatedItemCreated({ domain, relatedItemType: 'Comment', class: 'typical' }),
      relatedItemDeleted({ domain, relatedItemType: 'Comment', class: 'typical' }),
      fc.constantFrom('RELATED_ITEM.DELETED' as const, 'CASE.RELATED_ITEM.DELETED' as const),
      async (created, commented, deleted, eventType) => {
        const comment = structuredClone(commented);
        comment.id = `${created.id}, commented`;
        comment.detail.relatedItem.caseId = created.detail.case.caseId;
        const deletion = structuredClone(deleted);
        deletion.id = `${created.id}, comment deleted`;
        deletion.detail.eventType = eventType;
        deletion.detail.approximateChangeTime = '2099-01-01T00:00:00Z';
        deletion.detail.relatedItem = { ...comment.detail.relatedItem };
        expect((await after(created, comment))[0]?.last_comment).toEqual(expect.any(String));
        expect((await after(created, comment, deletion))[0]?.last_comment).toBeNull();
      },
    ),
  ));

test('foreign events change nothing', () =>
  fc.assert(
    fc.asyncProperty(caseCreated({ domain }), foreignEvents({ domain }), async (created, foreign) => {
      expect(await after(created, foreign)).toEqual(await after(created));
    }),
  ));
