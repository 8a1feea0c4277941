import type { CaseDraft, EventDraft, RelatedItemDraft } from '../../model/event/compose.ts';
import { limits } from '../../model/facts/limits.ts';
import type { EventPath } from '../../model/values/eventPath.ts';
import { hasOnlyCaseId } from '../variations/dialectPresence.ts';
import { carriesFields, type EventKind, isOverridden } from '../variations/eventKind.ts';
import { measureLongestIds } from '../variations/identityPoints.ts';
import type { PaddingSite } from './paddingSite.ts';

/** The identifiers that can be longer: those of more than one byte a unit first, the IAM principal last. */
export function findIdentifierSites(kind: EventKind, draft: EventDraft): PaddingSite[] {
  const ids = draft.subject === 'case' ? listCaseIdentifiers(kind, draft) : listItemIdentifiers(kind, draft);
  return [...ids, ...listPerformerIdentifiers(kind, draft)]
    .filter(({ segments }) => !isOverridden(kind, ...segments))
    .map(({ holder, most, width = 1, segments }) => toSite(holder, segments.at(-1) as string, most, width));
}

interface Identifier {
  /** Where it stands in `detail`; the last segment is also its name in `holder`. */
  readonly segments: EventPath;
  readonly holder: object;
  readonly most: number;
  /** How often the event repeats it, if more than once. */
  readonly width?: number;
}

function listCaseIdentifiers(kind: EventKind, draft: CaseDraft): Identifier[] {
  const isRepeated = carriesFields(kind) && draft.fields !== undefined && Object.hasOwn(draft.fields, 'case_id');
  const most = measureLongestIds(kind.domain).caseId;
  const caseId = { segments: ['case', 'caseId'], holder: draft, most, width: isRepeated ? 3 : 2 };
  const templateId = { segments: ['case', 'templateId'], holder: draft, most: limits.identifier };
  return hasOnlyCaseId(kind.type, kind.dialect) ? [caseId] : [caseId, templateId];
}

function listItemIdentifiers({ domain }: EventKind, draft: RelatedItemDraft): Identifier[] {
  const most = measureLongestIds(domain).inItem;
  const { contentKey, content } = draft;
  const member = contentIds[contentKey];
  return [
    { segments: ['relatedItem', 'caseId'], holder: draft, most, width: 2 },
    { segments: ['relatedItem', 'relatedItemId'], holder: draft, most, width: 2 },
    ...(member === undefined || content === undefined
      ? []
      : [{ segments: ['relatedItem', contentKey, member], holder: content, most: limits.identifier }]),
  ];
}

const contentIds: Readonly<Record<string, string>> = { contact: 'contactArn', file: 'fileArn', connectCase: 'caseId' };

function listPerformerIdentifiers({ dialect }: EventKind, draft: EventDraft): Identifier[] {
  if (dialect.performedBy === 'absent') return [];
  const { user } = draft;
  const principal = { segments: ['performedBy', 'iamPrincipalArn'], holder: draft, most: limits.identifier };
  return user !== undefined && 'userArn' in user
    ? [{ segments: ['performedBy', 'user', 'userArn'], holder: user, most: limits.identifier }, principal]
    : [principal];
}

function toSite(owner: object, member: string, most: number, width: number): PaddingSite {
  const holder = owner as Record<string, string>;
  return { holder, member, width, room: Math.max(0, most - (holder[member] as string).length), start: 0 };
}
