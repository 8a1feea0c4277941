import type { Contract } from '../../../../contracts/contract.ts';
import type { Domain } from '../../../../model/domain/domain.ts';
import { listReadablePaths, type Read } from '../../../../model/event/paths.ts';
import { eventTypes, isRelatedItemEventType } from '../../../../model/facts/eventTypes.ts';
import { type RelatedItemType, relatedItemTypes } from '../../../../model/facts/relatedItemTypes.ts';
import { type EventPath, isAtOrBelow, isBelow } from '../../../../model/values/eventPath.ts';

/** The places that every body of a pact carries, so that each row has them. */
const discriminators: readonly EventPath[] = [
  ['source'],
  ['detail-type'],
  ['detail', 'eventType'],
  ['detail', 'relatedItem', 'relatedItemType'],
];

/** Whether every body of a pact carries a place, so that no row needs to name it. */
export function isDiscriminator(segments: EventPath): boolean {
  return discriminators.some((place) => isSame(place, segments));
}

/** The paths for events of an item type. */
interface KnownPaths {
  readonly reads: readonly Read[];
  /** The first path of each place. */
  readonly byPlace: ReadonlyMap<string, Read>;
  /** The places of objects on the way to other paths. */
  readonly containers: ReadonlySet<string>;
}

/** The paths that the row of a contract may name. */
export class RowGrammar {
  readonly #contract: Contract;
  #everywhere: readonly Read[] | undefined;
  readonly #known = new Map<string | undefined, KnownPaths>();

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** The paths for events of an item type: also those into its content, which the row itself may not name. */
  list(itemType?: string): readonly Read[] {
    return this.#getPaths(itemType).reads;
  }

  /** Whether the row itself may name a path, whatever the item type. */
  allows({ path }: Read): boolean {
    return this.list().some((read) => read.path === path);
  }

  /** The path that names a place or an object around it, and has no other paths below; undefined if none does. */
  findLeaf(segments: EventPath, itemType: string | undefined): Read | undefined {
    const { byPlace, containers } = this.#getPaths(itemType);
    for (let length = 1; length <= segments.length; length++) {
      const place = toKey(segments.slice(0, length));
      const read = byPlace.get(place);
      if (read !== undefined && !containers.has(place)) return read;
    }
    return undefined;
  }

  /** The path of exactly this place. */
  find(segments: EventPath, itemType: string | undefined): Read | undefined {
    return this.#getPaths(itemType).byPlace.get(toKey(segments));
  }

  /** Whether a place belongs to events of any row, such as `detail.relatedItem` where the row is of cases. */
  isKnownAnywhere(place: EventPath): boolean {
    this.#everywhere ??= listEverywhere(this.#contract.domain);
    const all = this.#everywhere;
    const isLeaf = ({ segments }: Read): boolean => !all.some((other) => isBelow(other.segments, segments));
    return all.some((read) => isAtOrBelow(read.segments, place) || (isAtOrBelow(place, read.segments) && isLeaf(read)));
  }

  /** Whether other paths lie below a path: its place is an object on the way to them. */
  isContainer({ segments }: Read, itemType: string | undefined): boolean {
    return this.#getPaths(itemType).containers.has(toKey(segments));
  }

  /** Whether the row declares a place: by its path, by one above it, or because every row has it. */
  declares(segments: EventPath): boolean {
    const declared = this.#contract.reads.map((read) => read.segments);
    return [...declared, ...discriminators].some((above) => isAtOrBelow(segments, above));
  }

  #getPaths(itemType: string | undefined): KnownPaths {
    const known = this.#known.get(itemType);
    if (known !== undefined) return known;
    const { eventType, domain } = this.#contract;
    const type = isRelatedItemEventType(eventType) ? (this.#namedType ?? findType(itemType)) : undefined;
    const reads = listReadablePaths({ eventType, domain, ...(type && { itemType: type }) });
    const paths = {
      reads,
      byPlace: new Map(reads.toReversed().map((read) => [toKey(read.segments), read])),
      containers: new Set(
        reads.flatMap(({ segments }) => segments.map((_, length) => toKey(segments.slice(0, length)))),
      ),
    };
    this.#known.set(itemType, paths);
    return paths;
  }

  get #namedType(): RelatedItemType | undefined {
    const { itemType } = this.#contract;
    return itemType === 'otherwise' ? undefined : itemType;
  }
}

/** A place as a key. No name of an event has this character. */
function toKey(segments: EventPath): string {
  return segments.join('\0');
}

/** The paths of all event types and item types. */
function listEverywhere(domain: Domain): readonly Read[] {
  return eventTypes.flatMap((eventType) =>
    isRelatedItemEventType(eventType)
      ? relatedItemTypes.flatMap((itemType) => listReadablePaths({ eventType, itemType, domain }))
      : listReadablePaths({ eventType, domain }),
  );
}

function findType(itemType: string | undefined): RelatedItemType | undefined {
  return relatedItemTypes.find((known) => known === itemType);
}

function isSame(one: EventPath, other: EventPath): boolean {
  return one.length === other.length && isAtOrBelow(one, other);
}
