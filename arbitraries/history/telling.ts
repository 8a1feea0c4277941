import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { compose } from '../../model/event/compose.ts';
import type { EventType } from '../../model/facts/eventTypes.ts';
import { showDifferences } from '../generation/shownEvent.ts';
import { agree, baseParts, copyOf, partsOf } from '../plan/parts.ts';
import { uuid } from '../values/identifiers.ts';
import { longestIds } from '../variations/identitySlots.ts';
import { shapeOf } from '../variations/shape.ts';
import type { Case, Item } from './case.ts';
import { writtenFields } from './caseChanges.ts';
import { type FieldRules, fieldRules } from './caseFields.ts';
import { type Performer, performerOf } from './cast.ts';
import type { Change } from './change.ts';
import { smallestPause } from './drawHistory.ts';
import type { Action, HistoryPlan } from './historyPlan.ts';
import { itemAt } from './relatedItem.ts';
import { stepOf } from './stepOf.ts';

/** What is told of a plan so far, and what it takes to tell more of it: the time, the cast, the domain's fields. */
export class Telling {
  readonly rules: FieldRules;
  readonly events: CasesEvent[] = [];
  /** The actions that are told, with their steps. */
  readonly actions: Action[] = [];
  readonly #plan: HistoryPlan;
  readonly #favours: readonly string[];
  readonly #cast: Performer[] = [];
  #now: number;

  constructor(plan: HistoryPlan) {
    this.rules = fieldRules(plan.domain, plan.dialect);
    this.#plan = plan;
    this.#favours = plan.favours.filter((id) => this.rules.free.some((field) => field.id === id));
    this.#now = plan.begin;
  }

  /** What the event of the next action would say, for the history to say the rest. */
  begin(type: EventType, itemType: string, action: Action): Change {
    const { domain, dialect } = this.#plan;
    this.#pass(action);
    const step = stepOf(action, shapeOf(type, itemType, domain, dialect));
    this.actions.push(step === action.step ? action : { ...action, step });
    this.#cast[action.by] ??= performerOf(this.#plan, action.by);
    const performer = this.#cast[action.by] as Performer;
    return { action, step, parts: partsOf(step.plan), performer, favours: this.#favours, now: this.#now };
  }

  #pass({ pause, grain }: Action): void {
    const first = this.actions.length === 0;
    if (first || pause > 0) this.#now = Math.ceil((this.#now + (first ? 0 : pause)) / grain) * grain;
  }

  /** Tells an event of a case as it stands. */
  tellCase(theCase: Case, change: Change): void {
    const { parts, action } = change;
    parts.createdAt = theCase.createdAt;
    parts.templateId = theCase.templateId;
    parts.fields = writtenFields(theCase, this.rules, action.number);
    this.#tell(theCase, change, parts, 0);
  }

  /** Tells an event of a related item as it stands. */
  tellItem(theCase: Case, item: Item, change: Change): void {
    this.#tellItem(theCase, item, change, change.parts, 0);
  }

  /** Tells that a related item is deleted because its case is. */
  tellCascade(theCase: Case, item: Item, change: Change, place: number): void {
    const { domain, dialect } = this.#plan;
    if (dialect.changeTimeTies !== 'occur') this.#now += smallestPause(dialect);
    const parts = baseParts(shapeOf('RELATED_ITEM.DELETED', item.type, domain, dialect));
    this.#tellItem(theCase, itemAt(item, this.#now), change, parts, 1 + place);
  }

  #tellItem(theCase: Case, item: Item, change: Change, parts: Change['parts'], ofCascade: number): void {
    parts.createdAt = item.createdAt;
    parts.relatedItemId = item.id;
    parts.content = copyOf(item.content);
    this.#tell(theCase, change, parts, ofCascade);
  }

  #tell(theCase: Case, { step, performer, action }: Change, parts: Change['parts'], ofCascade: number): void {
    const { domain, dialect } = this.#plan;
    parts.id = uuid(this.#numberOf(action) + ofCascade, 1);
    parts.caseId = theCase.id;
    parts.changedAt = this.#now;
    parts.sentAt = sentAt(this.#now, action.delay);
    parts.user = copyOf(performer.user);
    parts.iamPrincipalArn = performer.iamPrincipalArn;
    agree(parts);
    const event = compose(domain, dialect, parts);
    const large = theCase.fields.bytes > LARGE || step.eventClass === 'edge';
    this.events.push(large ? showDifferences(event, step.plan) : event);
  }

  /** The id of a case that begins, as long as the drawn one: it stays when another action is the creation. */
  caseIdOf({ action, parts }: Change): string {
    return this.#lengthened(uuid(this.caseNumberOf(action), 2), parts.caseId);
  }

  /** The number of a case that no other case has. */
  caseNumberOf({ of }: Action): number {
    return this.#plan.seed + of;
  }

  /** The id of an item that is added, as long as the drawn one. */
  itemIdOf({ action, parts }: Change): string {
    return this.#lengthened(uuid(this.#numberOf(action), 3), parts.relatedItemId);
  }

  #lengthened(id: string, drawn: string): string {
    return (id + drawn.slice(id.length)).slice(0, longestIds(this.#plan.domain).inItem);
  }

  /** What the ids of an action's event and item are made of; the numbers up to that of the next key are for its cascade. */
  #numberOf({ key }: Action): number {
    return this.#plan.seed + key * 1024;
  }
}

/** More bytes than anyone wants to see of one event's fields. */
const LARGE = 5000;

/** An envelope's time has whole seconds; it is not before the change, which may have more digits than milliseconds. */
function sentAt(now: number, delay: number): number {
  const second = Math.floor((now + delay) / 1000) * 1000;
  return second <= now ? second + 1000 : second;
}
