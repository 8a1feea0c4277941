import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { itemTypeOf } from '../../model/event/itemTypeOf.ts';
import { isCaseEvent, logicalTypeOf } from '../../model/event/logicalType.ts';
import { oneLine } from '../../model/platform/escaped.ts';
import { kindOf } from './interaction/messageKinds.ts';
import type { AskedInteraction } from './interaction/pact.ts';
import { pinsOf } from './interaction/pins.ts';
import type { Lack } from './verifier/judge.ts';

/** A captured event, and where it was found. */
export interface Recorded {
  readonly event: CasesEvent;
  /** The file, and the line or place in it. */
  readonly source: string;
}

/** The captured events that an interaction is about: of its type and item type, and in its states. */
export function recordedFor(interaction: AskedInteraction, recorded: readonly Recorded[]): readonly Recorded[] {
  if (recorded.length === 0) return [];
  const ofType = recorded.filter(isOfTypeOf(interaction));
  if (ofType.length === 0) return [];
  const { pins } = pinsOf(interaction.states);
  return ofType.filter(({ event }) => pins.every((pin) => pin.holds(event)));
}

/** Whether a captured event is of the type and item type of an interaction, in whatever states. */
export function isOfTypeOf(interaction: AskedInteraction): (recorded: Recorded) => boolean {
  const kind = kindOf(interaction);
  return ({ event }) =>
    !('unknown' in kind) &&
    logicalTypeOf(event.detail.eventType) === kind.eventType &&
    isOfItemTypes(event, kind.itemTypes);
}

function isOfItemTypes(event: CasesEvent, itemTypes: readonly string[]): boolean {
  if (isCaseEvent(event)) return true;
  const { relatedItemType } = event.detail.relatedItem;
  return itemTypes.includes(itemTypeOf(relatedItemType) ?? relatedItemType);
}

/** What a captured event lacks: places only, because its values are people's. */
export function recordedLine(title: string, { source }: Recorded, lacks: readonly Lack[]): string {
  const places = [...new Set(lacks.map(({ path }) => path))].sort();
  const shown = oneLine(places.slice(0, 5).join(', '));
  return `${title}: it does not hold for the captured event at ${source}, at ${shown}${places.length > 5 ? `, and ${places.length - 5} more` : ''}`;
}
