import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { isCaseEvent, parseEventType } from '../../model/event/parseEventType.ts';
import { parseItemType } from '../../model/event/parseItemType.ts';
import { toOneLine } from '../../model/platform/escapeControls.ts';
import { joinFirst } from '../../model/values/show/joinFirst.ts';
import { resolveMessageKind } from './interaction/messageKinds.ts';
import type { AskedInteraction } from './interaction/pact.ts';
import { parseStates } from './interaction/statePredicates.ts';
import type { EventMismatch } from './verifier/pactBatchVerifier.ts';

/** A captured event and its place. */
export interface Recorded {
  readonly event: CasesEvent;
  /** The file, and the line or position in it. */
  readonly source: string;
}

/** The captured events for an interaction: of its type and item type, and in its states. */
export function selectRecorded(interaction: AskedInteraction, recorded: readonly Recorded[]): readonly Recorded[] {
  if (recorded.length === 0) return [];
  const ofType = recorded.filter(matchTypes(interaction));
  if (ofType.length === 0) return [];
  const { predicates } = parseStates(interaction.states);
  return ofType.filter(({ event }) => predicates.every((predicate) => predicate.holds(event)));
}

/** Whether a captured event has the type and item type of an interaction, in any state. */
export function matchTypes(interaction: AskedInteraction): (recorded: Recorded) => boolean {
  const kind = resolveMessageKind(interaction);
  return ({ event }) =>
    !('unknown' in kind) &&
    parseEventType(event.detail.eventType) === kind.eventType &&
    isOfItemTypes(event, kind.itemTypes);
}

function isOfItemTypes(event: CasesEvent, itemTypes: readonly string[]): boolean {
  if (isCaseEvent(event)) return true;
  const { relatedItemType } = event.detail.relatedItem;
  return itemTypes.includes(parseItemType(relatedItemType) ?? relatedItemType);
}

/** What a captured event lacks: places only, because its values are personal. */
export function formatRecorded(title: string, { source }: Recorded, mismatches: readonly EventMismatch[]): string {
  const places = [...new Set(mismatches.map(({ path }) => path))].sort();
  return `${title}: it does not hold for the captured event at ${source}, at ${toOneLine(joinFirst(places, 5))}`;
}
