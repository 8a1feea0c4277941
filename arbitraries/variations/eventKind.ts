import { type Domain, includedFields } from '../../model/domain/domain.ts';
import type { EventParts } from '../../model/event/compose.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import { type EventType, isRelatedItemEventType } from '../../model/facts/eventTypes.ts';
import { additionPoints } from './additionPoints.ts';
import { contentPoints } from './contentPoints.ts';
import { hasOnlyCaseId } from './dialectPresence.ts';
import { fieldPoints } from './fieldPoints.ts';
import { identityPoints } from './identityPoints.ts';
import { performedByPoints } from './performedByPoints.ts';
import type { VariationPoint } from './variationPoint.ts';

/** What all events of a kind have in common: their type, the world they come from, and where they may differ. */
export interface EventKind {
  readonly type: EventType;
  /** The related item type, also one of tomorrow; `''` for case events. */
  readonly itemType: string;
  readonly domain: Domain;
  readonly dialect: Dialect;
  /** The custom fields are random ones that nobody defined, not the domain's. */
  readonly fresh: boolean;
  readonly points: readonly VariationPoint[];
  /** What its events tell where they are not to differ from the sample's values. */
  readonly baseline?: Baseline;
}

/** What the events of a fixture tell: values in place of the sample's, and those that nothing may change. */
export interface Baseline {
  /** Writes the values that differences start from; without it they start from the sample's. */
  readonly apply?: (parts: EventParts) => void;
  /** Writes the values that stay, whatever the differences and the filling did. */
  applyOverrides(parts: EventParts): void;
  /** Whether the text or identifier at a place, by its steps from the event's root, is one of those. */
  overrides(...segments: string[]): boolean;
}

/** A event kind whose story keeps what it insists on and tells nothing. */
export function overridesOnly(kind: EventKind, { applyOverrides, overrides }: Baseline): EventKind {
  return { ...kind, baseline: { applyOverrides, overrides } };
}

/** Whether the baseline of an event kind, if there is one, keeps the value at a place in `detail`. */
export function isOverridden({ baseline }: EventKind, ...segments: string[]): boolean {
  return baseline?.overrides('detail', ...segments) ?? false;
}

const kinds = new WeakMap<Domain, WeakMap<Dialect, Map<string, EventKind>>>();

/** The event kind of a kind of events; the same object for the same arguments. */
export function resolveEventKind(
  type: EventType,
  itemType: string,
  domain: Domain,
  dialect: Dialect,
  fresh: boolean = false,
): EventKind {
  const ofDomain = getOrAdd(kinds, domain, () => new WeakMap<Dialect, Map<string, EventKind>>());
  const ofDialect = getOrAdd(ofDomain, dialect, () => new Map<string, EventKind>());
  return getOrAdd(ofDialect, `${type} ${itemType} ${fresh}`, () => {
    const points = listPoints(type, itemType, domain, dialect, fresh);
    return { type, itemType, domain, dialect, fresh, points };
  });
}

function listPoints(
  type: EventType,
  itemType: string,
  domain: Domain,
  dialect: Dialect,
  fresh: boolean,
): VariationPoint[] {
  return [
    ...identityPoints(type, domain, dialect),
    ...(dialect.performedBy === 'absent' ? [] : performedByPoints(domain)),
    ...(isRelatedItemEventType(type)
      ? contentPoints(type, itemType, domain, dialect, fresh)
      : fieldPoints(type, domain, dialect, fresh)),
    ...additionPoints(type, domain, dialect),
  ];
}

/** Whether the events of an event kind can carry fields. */
export function carriesFields(kind: EventKind): boolean {
  const { type, domain, dialect } = kind;
  return !isRelatedItemEventType(type) && includedFields(domain).length > 0 && !hasOnlyCaseId(type, dialect);
}

interface Store<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function getOrAdd<Key, Value>(store: Store<Key, Value>, key: Key, make: () => Value): Value {
  let value = store.get(key);
  if (value === undefined) {
    value = make();
    store.set(key, value);
  }
  return value;
}
