import type { CasesDetail } from './casesDetail';
import { fieldIds } from './fieldIds';
import { dayOf, flagOf, numberOf, pageOf, textOf } from './fieldValue';
import { sortableInstant } from './instant';
import { performerOf } from './performer';

/** A refund case as of its newest known event. */
export interface RefundCase {
  readonly caseId: string;
  readonly changedAt: string;
  readonly changedBy: string | null;
  /** Our names of the custom fields in the newest change. */
  readonly changed: readonly string[];
  readonly status: string | null;
  readonly title: string | null;
  readonly refundReason: string | null;
  readonly refundAmount: number | null;
  readonly goodwill: boolean | null;
  readonly dueDate: string | null;
  readonly priority: string | null;
  readonly orderPage: string | null;
  readonly approver: string | null;
}

/** The refund case in the detail of an event. A field that is absent has no value. */
export function refundCaseOf(detail: CasesDetail): RefundCase {
  const fields = detail.case?.fields ?? {};
  return {
    ...changeOf(detail),
    changedBy: performerOf(detail.performedBy),
    changed: changedNames(detail.changedFieldIds ?? []),
    status: textOf(fields, 'status'),
    title: textOf(fields, 'title'),
    refundReason: textOf(fields, fieldIds.refundReason),
    refundAmount: numberOf(fields, fieldIds.refundAmount),
    goodwill: flagOf(fields, fieldIds.goodwill),
    dueDate: dayOf(fields, fieldIds.dueDate),
    priority: textOf(fields, fieldIds.priority),
    orderPage: pageOf(fields, fieldIds.orderPage),
    approver: textOf(fields, fieldIds.approver),
  };
}

/** Which case changed, and when. */
export function changeOf(detail: CasesDetail): Pick<RefundCase, 'caseId' | 'changedAt'> {
  const caseId = detail.case?.caseId;
  if (caseId === undefined) throw new Error('A case event without caseId');
  return { caseId, changedAt: sortableInstant(detail.approximateChangeTime) };
}

function changedNames(ids: readonly string[]): string[] {
  return Object.entries(fieldIds).flatMap(([name, id]) => (ids.includes(id) ? [name] : []));
}
