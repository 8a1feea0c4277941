import { type Domain, listCustomFields, listIncludedFields } from '../../model/domain/domain.ts';
import type { FieldValue, SlaContent } from '../../model/event/casesEvent.ts';
import type { EventDraft, RelatedItemDraft } from '../../model/event/compose.ts';
import type { FieldType } from '../../model/facts/fieldTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { measureLength } from '../../model/values/text.ts';
import { carriesFields, type EventKind, isOverridden } from '../variations/eventKind.ts';
import type { PaddingSite } from './paddingSite.ts';

/**
 * The texts of an event that can be longer; `countCodePoints` measures them. `all` includes URLs and the texts of
 * Custom items, which are long in the largest events only.
 */
export function findTextSites(
  kind: EventKind,
  draft: EventDraft,
  countCodePoints: typeof measureLength,
  all: boolean,
): PaddingSite[] {
  if (draft.subject === 'relatedItem') return findContentSites(kind, draft, all);
  const { fields } = draft;
  const sites: PaddingSite[] = [];
  if (fields === undefined || !carriesFields(kind)) return sites;
  for (const { id, most, isUrl } of listTextFields(kind.domain)) {
    if (isUrl && !all) continue;
    const field = fields[id];
    // An id may be that of a member of every object, such as `constructor`.
    if (field === undefined || (id in Object.prototype && !Object.hasOwn(fields, id))) continue;
    if (!isOverridden(kind, 'case', 'fields', id)) pushText(sites, field.value, 'stringValue', most, countCodePoints);
  }
  return sites;
}

interface TextField {
  readonly id: string;
  readonly most: number;
  readonly isUrl: boolean;
}

/** The included fields that take any text, and how long that may be. */
const listTextFields = oncePer((domain: Domain): readonly TextField[] =>
  listIncludedFields(domain)
    .filter(({ type, form }) => isLong(type) && form === undefined)
    .map(({ id, type, maximum = limits.fieldText }) => ({ id, most: maximum, isUrl: type === 'Url' })),
);

/** Whether fields of a type take texts of the full length. */
function isLong(type: FieldType): boolean {
  return type === 'Text' || type === 'Url';
}

function findContentSites(kind: EventKind, { contentKey, content }: RelatedItemDraft, all: boolean): PaddingSite[] {
  const sites: PaddingSite[] = [];
  if (content === undefined) return sites;
  const push = (owner: object, member: string, most: number, ...segments: string[]): void => {
    if (!isOverridden(kind, 'relatedItem', contentKey, ...segments)) pushText(sites, owner, member, most);
  };
  switch (contentKey) {
    case 'comment':
      push(content, 'body', limits.commentBody, 'body');
      break;
    case 'contact':
      push(content, 'channel', limits.channel, 'channel');
      break;
    case 'sla': {
      const { slaConfiguration } = content as SlaContent;
      const [target] = slaConfiguration.targetFieldValues ?? [];
      push(slaConfiguration, 'name', limits.slaName, 'slaConfiguration', 'name');
      if (target !== undefined) {
        push(target, 'stringValue', limits.fieldText, 'slaConfiguration', 'targetFieldValues');
      }
      break;
    }
    case 'custom': {
      const long = new Set(listCustomFields(kind.domain).flatMap(({ id, type }) => (isLong(type) ? [id] : [])));
      const { fields } = content as { fields: readonly { id: string; value: FieldValue }[] };
      for (const { id, value } of all ? fields : [])
        if (long.has(id)) push(value, 'stringValue', limits.fieldText, 'fields');
      break;
    }
    default:
  }
  return sites;
}

function pushText(
  sites: PaddingSite[],
  owner: object,
  member: string,
  most: number,
  countCodePoints: typeof measureLength = measureLength,
): void {
  const holder = owner as Record<string, string>;
  const text = holder[member];
  if (typeof text !== 'string') return;
  sites.push({ holder, member, width: 1, room: Math.max(0, most - countCodePoints(text)), start: text.length * 31 });
}
