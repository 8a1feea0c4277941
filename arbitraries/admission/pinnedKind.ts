import { makeSampleDraft } from '../../model/event/samples.ts';
import { relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import { InvalidCaseEventError } from '../../model/parse/invalidCaseEvent.ts';
import { loadParser } from '../../model/parse/loadParser.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { parseOverrides } from '../fixture/overrides/overrides.ts';
import { build } from '../generation/build.ts';
import { makeSamplePlan } from '../plan/plan.ts';
import type { EventKind } from '../variations/eventKind.ts';

/** Values that a rule demands, by the paths of a fixture's overrides. `undefined` stands for absence. */
export type Pins = Readonly<Record<string, unknown>>;

/**
 * The event kind with some values pinned: no variation and no padding changes them. It is the same object for the same
 * arguments, and undefined if no event of the kind can have these values.
 */
export function pinKind(kind: EventKind, pins: Pins): EventKind | undefined {
  const plain = unpinKind(kind);
  const all = { ...getPins(kind), ...pins };
  const key = writePins(all);
  const known = getPinnedKinds(plain);
  const pinned = known.has(key) ? known.get(key) : makePinnedKind(plain, all);
  known.set(key, pinned);
  return pinned;
}

/** The event kind without pinned values. */
export function unpinKind(kind: EventKind): EventKind {
  return origins.get(kind)?.kind ?? kind;
}

/** The pinned values of an event kind. */
export function getPins(kind: EventKind): Pins {
  return origins.get(kind)?.pins ?? {};
}

/** Pinned values as a text: equal for equal values, in any order. Absence differs from null. */
export function writePins(pins: Pins): string {
  const entries = Object.entries(pins).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(entries.map(([path, value]) => (value === undefined ? [path] : [path, value])));
}

const getPinnedKinds = oncePer((_: EventKind) => new Map<string, EventKind | undefined>());
const origins = new WeakMap<EventKind, { readonly kind: EventKind; readonly pins: Pins }>();

function makePinnedKind(kind: EventKind, pins: Pins): EventKind | undefined {
  const { type: eventType, itemType, domain, dialect } = kind;
  const content = (): object | undefined =>
    kind.subject === 'case' ? undefined : makeSampleDraft(kind, domain, dialect).content;
  try {
    const known = relatedItemTypes.find((type) => type === itemType);
    // Of an unknown item type, only the paths common to all types can be set.
    const scope = { eventType, domain, ...(known === undefined ? {} : { itemType: known }) };
    const { applyOverrides, sets, requireIn } = parseOverrides(pins, scope, dialect);
    const baseline = {
      applyOverrides: (draft: Parameters<typeof applyOverrides>[0]) => applyOverrides(draft, content),
      overrides: sets,
    };
    const pinned: EventKind = { ...kind, baseline };
    const event = build(makeSamplePlan(pinned));
    requireIn(event);
    loadParser()(event, { domain, dialect });
    origins.set(pinned, { kind, pins });
    return pinned;
  } catch (error) {
    // The kind has no such place, or no event can have this value there.
    if (error instanceof InvalidArgumentError || error instanceof InvalidCaseEventError) return undefined;
    throw error;
  }
}
