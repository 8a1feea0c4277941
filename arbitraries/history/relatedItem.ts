import type { ContactContent, SlaContent } from '../../src/event/casesEvent.ts';
import { isoInstant } from '../../src/event/isoInstant.ts';
import type { RelatedItemType } from '../../src/facts/relatedItemTypes.ts';
import { Draws } from '../bulk/draws.ts';
import { partsOf } from '../bulk/parts.ts';
import { drawPlan } from '../drawPlan.ts';
import type { Item } from './case.ts';
import type { Change } from './change.ts';

/** The content of an item that is added: what it tells of times agrees with when that is. */
export function addedContent(type: string, content: object | undefined, createdAt: number): object | undefined {
  if (content === undefined) return undefined;
  if (type === 'Contact' && 'connectedToSystemTime' in content) {
    return { ...(content as ContactContent), connectedToSystemTime: isoInstant(createdAt) };
  }
  if (type !== 'Sla') return content;
  const { completionTime: _, ...sla } = (content as SlaContent).slaConfiguration;
  const slaConfiguration = { ...sla, status: 'Active', targetTime: isoInstant(createdAt + HOUR) };
  return { ...content, slaConfiguration };
}

const HOUR = 3_600_000;

/** An item after a change: new in that member only which `changedAttributes` names. */
export function changedItem(item: Item, { parts, step, action, now }: Change): Item {
  let content = changedContent(item, parts.content, now);
  // What was drawn may be what it was before.
  for (let tries = 1; content !== undefined && same(content, item.content) && tries < 20; tries++) {
    const plan = drawPlan(step.plan.shape, tries % 4 === 0 ? 'edge' : 'typical', new Draws(action.number + tries), 0);
    content = changedContent(item, partsOf(plan).content, now);
  }
  return { ...item, content };
}

function changedContent({ type, content: before }: Item, drawn: object | undefined, now: number): object | undefined {
  if (before === undefined || drawn === undefined) return before;
  if (type === 'Sla') return changedSla(before as SlaContent, drawn as SlaContent, now);
  const member = changedMembers[type as RelatedItemType];
  return { ...before, [member]: drawn[member as keyof typeof drawn] };
}

/** Nothing but its status moves, and then it says when. */
function changedSla(before: SlaContent, drawn: SlaContent, now: number): SlaContent {
  const { status } = drawn.slaConfiguration;
  const { completionTime: _, ...sla } = before.slaConfiguration;
  const completed = status === 'Met' || status === 'NotMet' ? { completionTime: isoInstant(now) } : {};
  return { ...before, slaConfiguration: { ...sla, status, ...completed } };
}

const changedMembers: Record<RelatedItemType, string> = {
  Comment: 'body',
  Contact: 'contactArn',
  File: 'fileArn',
  Sla: 'slaConfiguration',
  ConnectCase: 'caseId',
  Custom: 'fields',
};

function same(one: object, other: object | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
