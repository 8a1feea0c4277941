import { parseEventType } from '../../../../model/event/parseEventType.ts';

type Any = ReturnType<typeof JSON.parse>;

/** A consumer that keeps cases and their comments in memory; tests can break its rules one by one. */
export class ReadModel {
  cases = new Map<string, { title: string | null; changedAt: string; deleted: boolean; seen: number }>();
  comments = new Map<string, { caseId: string; body: string | null; changedAt: string; deleted: boolean }>();

  reset(): void {
    this.cases.clear();
    this.comments.clear();
  }

  /** The kept cases and comments without the deleted ones. */
  observe(): object {
    return {
      cases: [...this.cases]
        .filter(([, { deleted }]) => !deleted)
        .map(([id, { title }]) => [id, title])
        .sort(byId),
      comments: [...this.comments]
        .filter(([, { deleted }]) => !deleted)
        .map(([id, { body }]) => [id, body])
        .sort(byId),
    };
  }

  /** Applies an event; events outside Cases, or without a member of every event, are refused. */
  take(event: Any): void {
    const type = parseEventType(event?.detail?.eventType);
    if (type === undefined) return;
    const { approximateChangeTime: changedAt, case: kase, relatedItem: item } = event.detail;
    if (typeof changedAt !== 'string' || Number.isNaN(Date.parse(changedAt))) throw new Error('no change time');
    const id: unknown = kase === undefined ? item?.relatedItemId : kase?.caseId;
    if (typeof id !== 'string') throw new Error('no id');
    if (kase !== undefined) this.#takeCase(type, kase, changedAt);
    else this.#takeItem(type, item, changedAt);
  }

  #takeCase(type: string, kase: Any, changedAt: string): void {
    const known = this.cases.get(kase.caseId);
    if (known !== undefined && (known.deleted || known.changedAt >= changedAt)) return;
    const title = kase.fields?.title?.value?.stringValue ?? null;
    this.cases.set(kase.caseId, { title, changedAt, deleted: type === 'CASE.DELETED', seen: 0 });
  }

  #takeItem(type: string, item: Any, changedAt: string): void {
    if (String(item?.relatedItemType).toLowerCase() !== 'comment') return;
    const known = this.comments.get(item.relatedItemId);
    if (known !== undefined && (known.deleted || known.changedAt >= changedAt)) return;
    const body = item.comment?.body ?? null;
    this.comments.set(item.relatedItemId, {
      caseId: item.caseId,
      body,
      changedAt,
      deleted: type === 'RELATED_ITEM.DELETED',
    });
  }
}

function byId([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}
