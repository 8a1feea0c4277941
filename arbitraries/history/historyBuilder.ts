import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { compose, type EventDraft, type RelatedItemDraft } from '../../model/event/compose.ts';
import { syncDerivedFields } from '../../model/event/syncDerivedFields.ts';
import type { CaseEventType, RelatedItemEventType } from '../../model/facts/eventTypes.ts';
import { makeUuid } from '../../model/values/identifiers.ts';
import { resolveAdmission } from '../admission/admission.ts';
import { showDifferences } from '../generation/showDifferences.ts';
import { buildBaselineDraft, buildDraft, copyPlain } from '../plan/buildDraft.ts';
import type { Plan } from '../plan/plan.ts';
import { type CaseKind, type EventKind, type RelatedItemKind, resolveEventKind } from '../variations/eventKind.ts';
import { measureLongestIds } from '../variations/identityPoints.ts';
import { type Actor, resolveActor } from './actors.ts';
import type { Case, Item } from './case.ts';
import { listCaseFields } from './caseChanges.ts';
import { type FieldRules, makeFieldRules } from './caseFields.ts';
import type { CommandContext } from './commandContext.ts';
import { getSmallestPause } from './drawHistory.ts';
import type { Command, HistoryPlan } from './historyPlan.ts';
import { planHistoryEvent } from './planHistoryEvent.ts';
import { ageItem } from './relatedItem.ts';

/** Builds the events of a history, one command after the other. It keeps the time and the actors. */
export class HistoryBuilder {
  readonly rules: FieldRules;
  readonly events: CasesEvent[] = [];
  /** The commands so far, with the plans of their events. */
  readonly commands: Command[] = [];
  readonly #plan: HistoryPlan;
  readonly #preferredFieldIds: readonly string[];
  readonly #actors: Actor[] = [];
  #now: number;

  constructor(plan: HistoryPlan) {
    this.rules = makeFieldRules(plan.domain, plan.dialect);
    this.#plan = plan;
    this.#preferredFieldIds = plan.preferredFieldIds.filter((id) => this.rules.free.some((field) => field.id === id));
    this.#now = plan.begin;
  }

  /** Begins the next command, whose event is one of the case itself. */
  beginCaseEvent(type: CaseEventType, command: Command): CommandContext<CaseKind> {
    const { domain, dialect } = this.#plan;
    return this.#begin(resolveEventKind({ type }, domain, dialect), command);
  }

  /** Begins the next command, whose event is one of a related item. */
  beginItemEvent(type: RelatedItemEventType, itemType: string, command: Command): CommandContext<RelatedItemKind> {
    const { domain, dialect } = this.#plan;
    return this.#begin(resolveEventKind({ type, itemType }, domain, dialect), command);
  }

  #begin<Kind extends EventKind>(kind: Kind, command: Command): CommandContext<Kind> {
    this.#advance(command);
    const planned = planHistoryEvent(command, kind);
    this.commands.push(planned === command.planned ? command : { ...command, planned });
    this.#actors[command.actorIndex] ??= resolveActor(this.#plan, command.actorIndex);
    const actor = this.#actors[command.actorIndex] as Actor;
    return {
      command,
      kind,
      planned,
      draft: buildDraft(this.#meetRule({ ...planned.plan, kind }, command)),
      actor,
      preferredFieldIds: this.#preferredFieldIds,
      now: this.#now,
    };
  }

  /** The plan with what the rule asks for, in two commands of three: the others take a case out of it again. */
  #meetRule<Kind extends EventKind>(plan: Plan<Kind>, { seed }: Command): Plan<Kind> {
    const { rule } = this.#plan;
    if (rule === undefined || seed % 3 === 2) return plan;
    return (resolveAdmission(rule).adapt(plan) ?? plan) as Plan<Kind>;
  }

  #advance({ pause, grain }: Command): void {
    const first = this.commands.length === 0;
    if (first || pause > 0) this.#now = Math.ceil((this.#now + (first ? 0 : pause)) / grain) * grain;
  }

  /** Adds the event of a case as it stands. */
  addCaseEvent(theCase: Case, context: CommandContext<CaseKind>): void {
    const { draft, command } = context;
    draft.createdAt = theCase.createdAt;
    draft.templateId = theCase.templateId;
    draft.fields = listCaseFields(theCase, this.rules, command.seed);
    this.#addEvent(theCase, context, draft, 0);
  }

  /** Adds the event of a related item as it stands. */
  addItemEvent(theCase: Case, item: Item, context: CommandContext<RelatedItemKind>): void {
    this.#addItemEvent(theCase, item, context, context.draft, 0);
  }

  /** Adds the deletion of a related item that follows from the deletion of its case. */
  addCascadeEvent(theCase: Case, item: Item, context: CommandContext<CaseKind>, place: number): void {
    const { domain, dialect } = this.#plan;
    if (dialect.changeTimeTies !== 'occur') this.#now += getSmallestPause(dialect);
    const kind = resolveEventKind({ type: 'RELATED_ITEM.DELETED', itemType: item.type }, domain, dialect);
    this.#addItemEvent(theCase, ageItem(item, this.#now), context, buildBaselineDraft(kind), 1 + place);
  }

  #addItemEvent(
    theCase: Case,
    item: Item,
    context: CommandContext,
    draft: RelatedItemDraft,
    placeInCascade: number,
  ): void {
    draft.createdAt = item.createdAt;
    draft.relatedItemId = item.id;
    draft.content = copyPlain(item.content);
    this.#addEvent(theCase, context, draft, placeInCascade);
  }

  #addEvent(
    theCase: Case,
    { planned, actor, command }: CommandContext,
    draft: EventDraft,
    placeInCascade: number,
  ): void {
    const { domain, dialect } = this.#plan;
    draft.id = makeUuid(this.#getNumber(command) + placeInCascade, 1);
    draft.caseId = theCase.id;
    draft.changedAt = this.#now;
    draft.sentAt = computeSentAt(this.#now, command.delay);
    draft.user = copyPlain(actor.user);
    draft.iamPrincipalArn = actor.iamPrincipalArn;
    syncDerivedFields(draft);
    const event = compose(domain, dialect, draft);
    const large = theCase.fields.bytes > LARGE || planned.eventClass === 'edge';
    this.events.push(large ? showDifferences(event, planned.plan) : event);
  }

  /** The id of a new case, as long as the drawn one. It stays when another command becomes the creation. */
  makeCaseId({ command, draft }: CommandContext): string {
    return this.#lengthen(makeUuid(this.makeCaseNumber(command), 2), draft.caseId);
  }

  /** A number that no other case has. */
  makeCaseNumber({ caseIndex }: Command): number {
    return this.#plan.seed + caseIndex;
  }

  /** The id of a new item, as long as the drawn one. */
  makeItemId({ command, draft }: CommandContext<RelatedItemKind>): string {
    return this.#lengthen(makeUuid(this.#getNumber(command), 3), draft.relatedItemId);
  }

  #lengthen(id: string, drawn: string): string {
    return (id + drawn.slice(id.length)).slice(0, measureLongestIds(this.#plan.domain).inItem);
  }

  /** Makes the ids of a command's event and item. The numbers up to that of the next key are for its cascade. */
  #getNumber({ key }: Command): number {
    return this.#plan.seed + key * 1024;
  }
}

/** Events with more bytes in their fields print their differences only. */
const LARGE = 5000;

/** The envelope's time, in whole seconds. It is later than the change, whose time may be finer than milliseconds. */
function computeSentAt(now: number, delay: number): number {
  const second = Math.floor((now + delay) / 1000) * 1000;
  return second <= now ? second + 1000 : second;
}
