import { type Domain, includedFields } from '../../model/domain/domain.ts';
import type { EventParts } from '../../model/event/compose.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import { type EventType, isRelatedItemEventType } from '../../model/facts/eventTypes.ts';
import { additionSlots } from './additionSlots.ts';
import { contentSlots } from './contentSlots.ts';
import { hasOnlyCaseId } from './dialectPresence.ts';
import { fieldSlots } from './fieldSlots.ts';
import { identitySlots } from './identitySlots.ts';
import { performedBySlots } from './performedBySlots.ts';
import type { Slot } from './slot.ts';

/** What all events of a kind have in common: their type, the world they come from, and where they may differ. */
export interface Shape {
  readonly type: EventType;
  /** The related item type, also one of tomorrow; `''` for case events. */
  readonly itemType: string;
  readonly domain: Domain;
  readonly dialect: Dialect;
  /** The custom fields are random ones that nobody defined, not the domain's. */
  readonly fresh: boolean;
  readonly slots: readonly Slot[];
  /** What its events tell where they are not to differ from the sample's values. */
  readonly story?: Story;
}

/** What the events of a fixture tell: values in place of the sample's, and those that nothing may change. */
export interface Story {
  /** Writes the values that differences start from; without it they start from the sample's. */
  readonly tell?: (parts: EventParts) => void;
  /** Writes the values that stay, whatever the differences and the filling did. */
  insist(parts: EventParts): void;
  /** Whether the text or identifier at a place, by its steps from the event's root, is one of those. */
  insistsOn(...steps: string[]): boolean;
}

/** A shape whose story keeps what it insists on and tells nothing. */
export function untold(shape: Shape, { insist, insistsOn }: Story): Shape {
  return { ...shape, story: { insist, insistsOn } };
}

const shapes = new WeakMap<Domain, WeakMap<Dialect, Map<string, Shape>>>();

/** The shape of a kind of events; the same object for the same arguments. */
export function shapeOf(
  type: EventType,
  itemType: string,
  domain: Domain,
  dialect: Dialect,
  fresh: boolean = false,
): Shape {
  const ofDomain = getOrAdd(shapes, domain, () => new WeakMap<Dialect, Map<string, Shape>>());
  const ofDialect = getOrAdd(ofDomain, dialect, () => new Map<string, Shape>());
  return getOrAdd(ofDialect, `${type} ${itemType} ${fresh}`, () => {
    const slots = slotsOf(type, itemType, domain, dialect, fresh);
    return { type, itemType, domain, dialect, fresh, slots };
  });
}

function slotsOf(type: EventType, itemType: string, domain: Domain, dialect: Dialect, fresh: boolean): Slot[] {
  return [
    ...identitySlots(type, domain, dialect),
    ...(dialect.performedBy === 'absent' ? [] : performedBySlots(domain)),
    ...(isRelatedItemEventType(type)
      ? contentSlots(type, itemType, domain, dialect, fresh)
      : fieldSlots(type, domain, dialect, fresh)),
    ...additionSlots(type, domain, dialect),
  ];
}

/** Whether the events of a shape can carry fields. */
export function carriesFields(shape: Shape): boolean {
  const { type, domain, dialect } = shape;
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
