import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { compose } from '../../model/event/compose.ts';
import { syncDerivedFields } from '../../model/event/syncDerivedFields.ts';
import type { EventType } from '../../model/facts/eventTypes.ts';
import { uuid } from '../../model/values/identifiers.ts';
import { showDifferences } from '../generation/showDifferences.ts';
import { buildBaselineParts, buildParts, copyPlain } from '../plan/parts.ts';
import { resolveEventKind } from '../variations/eventKind.ts';
import { longestIds } from '../variations/identityPoints.ts';
import { type Actor, resolveActor } from './actors.ts';
import type { Case, Item } from './case.ts';
import { writtenFields } from './caseChanges.ts';
import { type FieldRules, fieldRules } from './caseFields.ts';
import type { CommandContext } from './commandContext.ts';
import { smallestPause } from './drawHistory.ts';
import type { Command, HistoryPlan } from './historyPlan.ts';
import { planHistoryEvent } from './planHistoryEvent.ts';
import { itemAt } from './relatedItem.ts';

/** What is told of a plan so far, and what it takes to tell more of it: the time, the cast, the domain's fields. */
export class HistoryBuilder {
  readonly rules: FieldRules;
  readonly events: CasesEvent[] = [];
  /** The actions that are told, with their steps. */
  readonly commands: Command[] = [];
  readonly #plan: HistoryPlan;
  readonly #favours: readonly string[];
  readonly #cast: Actor[] = [];
  #now: number;

  constructor(plan: HistoryPlan) {
    this.rules = fieldRules(plan.domain, plan.dialect);
    this.#plan = plan;
    this.#favours = plan.preferredFieldIds.filter((id) => this.rules.free.some((field) => field.id === id));
    this.#now = plan.begin;
  }

  /** What the event of the next action would say, for the history to say the rest. */
  begin(type: EventType, itemType: string, command: Command): CommandContext {
    const { domain, dialect } = this.#plan;
    this.#pass(command);
    const planned = planHistoryEvent(command, resolveEventKind(type, itemType, domain, dialect));
    this.commands.push(planned === command.planned ? command : { ...command, planned });
    this.#cast[command.actorIndex] ??= resolveActor(this.#plan, command.actorIndex);
    const actor = this.#cast[command.actorIndex] as Actor;
    return {
      command,
      planned,
      parts: buildParts(planned.plan),
      actor,
      preferredFieldIds: this.#favours,
      now: this.#now,
    };
  }

  #pass({ pause, grain }: Command): void {
    const first = this.commands.length === 0;
    if (first || pause > 0) this.#now = Math.ceil((this.#now + (first ? 0 : pause)) / grain) * grain;
  }

  /** Tells an event of a case as it stands. */
  addCaseEvent(theCase: Case, context: CommandContext): void {
    const { parts, command } = context;
    parts.createdAt = theCase.createdAt;
    parts.templateId = theCase.templateId;
    parts.fields = writtenFields(theCase, this.rules, command.seed);
    this.#tell(theCase, context, parts, 0);
  }

  /** Tells an event of a related item as it stands. */
  addItemEvent(theCase: Case, item: Item, context: CommandContext): void {
    this.#tellItem(theCase, item, context, context.parts, 0);
  }

  /** Tells that a related item is deleted because its case is. */
  addCascadeEvent(theCase: Case, item: Item, context: CommandContext, place: number): void {
    const { domain, dialect } = this.#plan;
    if (dialect.changeTimeTies !== 'occur') this.#now += smallestPause(dialect);
    const parts = buildBaselineParts(resolveEventKind('RELATED_ITEM.DELETED', item.type, domain, dialect));
    this.#tellItem(theCase, itemAt(item, this.#now), context, parts, 1 + place);
  }

  #tellItem(
    theCase: Case,
    item: Item,
    context: CommandContext,
    parts: CommandContext['parts'],
    ofCascade: number,
  ): void {
    parts.createdAt = item.createdAt;
    parts.relatedItemId = item.id;
    parts.content = copyPlain(item.content);
    this.#tell(theCase, context, parts, ofCascade);
  }

  #tell(
    theCase: Case,
    { planned, actor, command }: CommandContext,
    parts: CommandContext['parts'],
    ofCascade: number,
  ): void {
    const { domain, dialect } = this.#plan;
    parts.id = uuid(this.#numberOf(command) + ofCascade, 1);
    parts.caseId = theCase.id;
    parts.changedAt = this.#now;
    parts.sentAt = sentAt(this.#now, command.delay);
    parts.user = copyPlain(actor.user);
    parts.iamPrincipalArn = actor.iamPrincipalArn;
    syncDerivedFields(parts);
    const event = compose(domain, dialect, parts);
    const large = theCase.fields.bytes > LARGE || planned.eventClass === 'edge';
    this.events.push(large ? showDifferences(event, planned.plan) : event);
  }

  /** The id of a case that begins, as long as the drawn one: it stays when another action is the creation. */
  makeCaseId({ command, parts }: CommandContext): string {
    return this.#lengthened(uuid(this.makeCaseNumber(command), 2), parts.caseId);
  }

  /** The number of a case that no other case has. */
  makeCaseNumber({ caseIndex }: Command): number {
    return this.#plan.seed + caseIndex;
  }

  /** The id of an item that is added, as long as the drawn one. */
  makeItemId({ command, parts }: CommandContext): string {
    return this.#lengthened(uuid(this.#numberOf(command), 3), parts.relatedItemId);
  }

  #lengthened(id: string, drawn: string): string {
    return (id + drawn.slice(id.length)).slice(0, longestIds(this.#plan.domain).inItem);
  }

  /** What the ids of an action's event and item are made of; the numbers up to that of the next key are for its cascade. */
  #numberOf({ key }: Command): number {
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
