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

/** The paths that the row of a contract may name. */
export class RowGrammar {
  readonly #contract: Contract;
  #everywhere: readonly Read[] | undefined;
  readonly #known = new Map<string | undefined, readonly Read[]>();

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** The paths for events of an item type: also those into its content, which the row itself may not name. */
  list(itemType?: string): readonly Read[] {
    const { eventType, domain } = this.#contract;
    const known = this.#known.get(itemType);
    if (known !== undefined) return known;
    const type = isRelatedItemEventType(eventType) ? (this.#namedType ?? findType(itemType)) : undefined;
    const paths = listReadablePaths({ eventType, domain, ...(type && { itemType: type }) });
    this.#known.set(itemType, paths);
    return paths;
  }

  /** Whether the row itself may name a path, whatever the item type. */
  allows({ path }: Read): boolean {
    return this.list().some((read) => read.path === path);
  }

  /** The path that names a place or an object around it, and has no other paths below; undefined if none does. */
  findLeaf(segments: EventPath, itemType: string | undefined): Read | undefined {
    return this.list(itemType).find(
      (read) => isAtOrBelow(segments, read.segments) && !this.isContainer(read, itemType),
    );
  }

  /** The path of exactly this place. */
  find(segments: EventPath, itemType: string | undefined): Read | undefined {
    return this.list(itemType).find((read) => isSame(read.segments, segments));
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
    return this.list(itemType).some((read) => isBelow(read.segments, segments));
  }

  /** Whether the row declares a place: by its path, by one above it, or because every row has it. */
  declares(segments: EventPath): boolean {
    const declared = this.#contract.reads.map((read) => read.segments);
    return [...declared, ...discriminators].some((above) => isAtOrBelow(segments, above));
  }

  get #namedType(): RelatedItemType | undefined {
    const { itemType } = this.#contract;
    return itemType === 'otherwise' ? undefined : itemType;
  }
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
