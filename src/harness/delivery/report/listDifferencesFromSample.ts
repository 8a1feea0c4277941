import type { Domain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { compose } from '../../../../model/event/compose.ts';
import { defaultDialect } from '../../../../model/event/dialect.ts';
import { type EventKindName, nameEventKinds } from '../../../../model/event/eventKindName.ts';
import { parseEventType } from '../../../../model/event/parseEventType.ts';
import { makeSampleDraft } from '../../../../model/event/samples.ts';
import { syncDerivedFields } from '../../../../model/event/syncDerivedFields.ts';
import type { EventType } from '../../../../model/facts/eventTypes.ts';
import { type Difference, listDifferences } from '../../../../model/values/differences.ts';

/**
 * The differences of a history's event from its sample, without ids and instants, which every event has. The changed
 * fields come last, because they always differ in a history.
 */
export function listDifferencesFromSample(event: CasesEvent, domain: Domain): Difference[] {
  const { detail } = event;
  const subject = 'case' in detail ? detail.case : detail.relatedItem;
  const itemTypes = 'case' in detail ? [] : [detail.relatedItem.relatedItemType];
  const [name] = nameEventKinds(parseEventType(detail.eventType) as EventType, itemTypes) as [EventKindName];
  const draft = makeSampleDraft(name, domain, defaultDialect);
  draft.id = event.id;
  draft.caseId = subject.caseId;
  if (draft.subject === 'relatedItem' && 'relatedItemId' in subject) draft.relatedItemId = subject.relatedItemId;
  draft.createdAt = Date.parse(subject.createdDateTime ?? detail.approximateChangeTime);
  draft.changedAt = Date.parse(detail.approximateChangeTime);
  draft.sentAt = Date.parse(event.time);
  syncDerivedFields(draft);
  const differences = listDifferences(compose(domain, defaultDialect, draft), event);
  const isLast = ({ steps: segments }: Difference): boolean => segments[1] === 'changedFieldIds';
  return [...differences.filter((one) => !isLast(one)), ...differences.filter(isLast)];
}
