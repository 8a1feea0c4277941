import type { CasesDetail } from './casesDetail';
import { sortableInstant } from './instant';
import { previewOf } from './preview';

/** A comment on a case; body and preview are null if the event configuration excludes content. */
export interface Comment {
  readonly commentId: string;
  readonly caseId: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly body: string | null;
  readonly preview: string | null;
}

/** The comment in the detail of an event. */
export function commentOf({ relatedItem, approximateChangeTime }: CasesDetail): Comment {
  const { relatedItemId, caseId, createdDateTime, comment } = relatedItem ?? {};
  if (relatedItemId === undefined || caseId === undefined) throw new Error('A comment without its ids');
  const changedAt = sortableInstant(approximateChangeTime);
  const body = comment?.body ?? null;
  return {
    commentId: relatedItemId,
    caseId,
    createdAt: createdDateTime === undefined ? changedAt : sortableInstant(createdDateTime),
    changedAt,
    body,
    preview: body === null ? null : previewOf(body),
  };
}
