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
import { areSendable } from './areSendable.ts';

/** Values that a rule demands, by the paths of a fixture's overrides. `undefined` stands for absence. */
export type DemandedValues = Readonly<Record<string, unknown>>;

/**
 * The event kind with demanded values: no variation and no padding changes them. It is the same object for the same
 * arguments, and undefined if no event of the kind can have these values.
 */
export function demandValues(kind: EventKind, values: DemandedValues): EventKind | undefined {
  const plain = dropDemands(kind);
  const all = { ...getDemandedValues(kind), ...values };
  const key = writeDemandedValues(all);
  const known = getDemandingKinds(plain);
  const demanding = known.has(key) ? known.get(key) : makeDemandingKind(plain, all);
  known.set(key, demanding);
  return demanding;
}

/** The event kind without demanded values. */
export function dropDemands(kind: EventKind): EventKind {
  return origins.get(kind)?.kind ?? kind;
}

/** The demanded values of an event kind. */
export function getDemandedValues(kind: EventKind): DemandedValues {
  return origins.get(kind)?.values ?? {};
}

/** Demanded values as a text: equal for equal values, in any order. Absence differs from null. */
export function writeDemandedValues(values: DemandedValues): string {
  const entries = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(entries.map(([path, value]) => (value === undefined ? [path] : [path, value])));
}

const getDemandingKinds = oncePer((_: EventKind) => new Map<string, EventKind | undefined>());
const origins = new WeakMap<EventKind, { readonly kind: EventKind; readonly values: DemandedValues }>();

function makeDemandingKind(kind: EventKind, values: DemandedValues): EventKind | undefined {
  const { type: eventType, itemType, domain, dialect } = kind;
  if (!areSendable(values, domain)) return undefined;
  const content = (): object | undefined =>
    kind.subject === 'case' ? undefined : makeSampleDraft(kind, domain, dialect).content;
  try {
    const known = relatedItemTypes.find((type) => type === itemType);
    // Of an unknown item type, only the paths common to all types can be set.
    const scope = { eventType, domain, ...(known === undefined ? {} : { itemType: known }) };
    const { applyOverrides, sets, requireIn } = parseOverrides(values, scope, dialect);
    const baseline = {
      applyOverrides: (draft: Parameters<typeof applyOverrides>[0]) => applyOverrides(draft, content),
      overrides: sets,
    };
    const demanding: EventKind = { ...kind, baseline };
    const event = build(makeSamplePlan(demanding));
    requireIn(event);
    loadParser()(event, { domain, dialect });
    origins.set(demanding, { kind, values });
    return demanding;
  } catch (error) {
    // The kind has no such place, or no event can have this value there.
    if (error instanceof InvalidArgumentError || error instanceof InvalidCaseEventError) return undefined;
    throw error;
  }
}
