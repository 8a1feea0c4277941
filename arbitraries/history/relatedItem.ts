import type { ContactContent, SlaContent } from '../../model/event/casesEvent.ts';
import type { RelatedItemType } from '../../model/facts/relatedItemTypes.ts';
import { SeededRandom } from '../../model/values/seededRandom.ts';
import { HOUR } from '../../model/values/time/durations.ts';
import { formatInstant } from '../../model/values/time/formatInstant.ts';
import { drawPlan } from '../generation/drawPlan.ts';
import { buildDraft } from '../plan/buildDraft.ts';
import type { RelatedItemKind } from '../variations/eventKind.ts';
import type { Item } from './case.ts';
import type { CommandContext } from './commandContext.ts';

/** The content of a new item: its times agree with its creation. */
export function adjustAddedContent(type: string, content: object | undefined, createdAt: number): object | undefined {
  if (content === undefined) return undefined;
  if (type === 'Contact' && 'connectedToSystemTime' in content) {
    return { ...(content as ContactContent), connectedToSystemTime: formatInstant(createdAt) };
  }
  if (type !== 'Sla') return content;
  const { completionTime: _, ...sla } = (content as SlaContent).slaConfiguration;
  const slaConfiguration = { ...sla, status: 'Active', targetTime: formatInstant(createdAt + HOUR) };
  return { ...content, slaConfiguration };
}

/** An item after a change: only the member in `changedAttributes` is new. */
export function changeItem(item: Item, { draft, kind, command, now }: CommandContext<RelatedItemKind>): Item {
  let content = changeContent(item, draft.content, now);
  // The drawn value may equal the previous one.
  for (let tries = 1; content !== undefined && isSame(content, item.content) && tries < 20; tries++) {
    const plan = drawPlan(kind, tries % 4 === 0 ? 'edge' : 'typical', new SeededRandom(command.seed + tries), 0);
    content = changeContent(item, buildDraft({ ...plan, kind }).content, now);
  }
  return { ...item, content };
}

function changeContent({ type, content: before }: Item, drawn: object | undefined, now: number): object | undefined {
  if (before === undefined || drawn === undefined) return before;
  if (type === 'Sla') return changeSla(before as SlaContent, drawn as SlaContent, now);
  const member = changedMembers[type as RelatedItemType];
  return { ...before, [member]: drawn[member as keyof typeof drawn] };
}

/** Changes the status only, to one that the target time allows, and sets the time of completion. */
function changeSla(before: SlaContent, drawn: SlaContent, now: number): SlaContent {
  const sla = before.slaConfiguration;
  const late = Date.parse(sla.targetTime) < now;
  if (late && sla.status === 'Active' && ['Active', 'Overdue'].includes(drawn.slaConfiguration.status))
    return markOverdue(before);
  const slaConfiguration = { ...sla, status: late ? 'NotMet' : 'Met', completionTime: formatInstant(now) };
  return { ...before, slaConfiguration };
}

/** An item at an instant: an active SLA becomes overdue after its target, nothing else changes by itself. */
export function ageItem(item: Item, now: number): Item {
  if (item.type !== 'Sla' || item.content === undefined) return item;
  const { status, targetTime } = (item.content as SlaContent).slaConfiguration;
  const late = status === 'Active' && Date.parse(targetTime) < now;
  return late ? { ...item, content: markOverdue(item.content as SlaContent) } : item;
}

function markOverdue(content: SlaContent): SlaContent {
  return { ...content, slaConfiguration: { ...content.slaConfiguration, status: 'Overdue' } };
}

/** Whether an item is a completed SLA, which cannot change any more. */
export function isCompleted({ type, content }: Item): boolean {
  return (
    type === 'Sla' && content !== undefined && (content as SlaContent).slaConfiguration.completionTime !== undefined
  );
}

const changedMembers: Record<RelatedItemType, string> = {
  Comment: 'body',
  Contact: 'contactArn',
  File: 'fileArn',
  Sla: 'slaConfiguration',
  ConnectCase: 'caseId',
  Custom: 'fields',
};

function isSame(one: object, other: object | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
