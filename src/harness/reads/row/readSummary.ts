import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import type { Read } from '../../../../model/event/paths.ts';
import { type EventPath, formatPath, isAtOrBelow, isBelow, valueAt } from '../../../../model/values/eventPath.ts';
import { findNearest } from '../../../../model/values/invalidArgument.ts';
import type { ReadNote, TouchedPlace } from '../../recording/readNotes.ts';
import { RowGrammar } from './rowGrammar.ts';

/** An event that was played, and what the handler read of it. */
export interface RecordedReads {
  readonly planned: PlannedEvent;
  readonly seen: SeenPlaces;
}

/** What a handler read of one event. */
export interface SeenPlaces {
  /** How the handler failed, if it did: its reads then tell little. */
  readonly failure: object | undefined;
  /** Whether it may have made a copy whose reads are unknown. */
  readonly isCopied: boolean;
  /** The places of the event that it read by name. */
  readonly touched: readonly TouchedPlace[];
  /** How it read a declared path. */
  reading(read: Read): ReadNote;
}

/** The places that each event made the handler touch, as far as they were asked for. Late reads add more. */
export type TouchedPlaces = Map<RecordedReads, readonly TouchedPlace[]>;

/**
 * How a declared path was read in all recorded events: by name; perhaps, as a part of something that was taken or
 * copied whole; or certainly not.
 */
export type ReadState = 'read' | 'perhaps' | 'unread';

/** A path that the row does not name, although the handler reads it. */
export interface Undeclared {
  readonly read: Read;
  /** A place that it read. */
  readonly place: EventPath;
  /** An event in which it read it. */
  readonly planned: PlannedEvent;
}

/** A place that the handler touched, in the words of the row. */
type Meaning = { readonly read: Read; readonly isCertain: boolean } | 'unknown' | undefined;

const FIELDS: EventPath = ['detail', 'case', 'fields'];

/** What a handler reads, in the paths of its row. Recordings are added while it is asked. */
export class ReadSummary {
  readonly grammar: RowGrammar;
  readonly #declared: readonly Read[];
  readonly #recorded: RecordedReads[] = [];
  /** The declared paths that are known to be read: nothing later changes that. */
  readonly #known = new Set<Read>();

  constructor(contract: Contract) {
    this.#declared = contract.reads;
    this.grammar = new RowGrammar(contract);
  }

  add(recorded: readonly RecordedReads[]): void {
    this.#recorded.push(...recorded);
  }

  /** The number of recorded events. */
  get count(): number {
    return this.#recorded.length;
  }

  get recorded(): readonly RecordedReads[] {
    return this.#recorded;
  }

  /** The declared paths with this state in all events. */
  listDeclared(state: ReadState): readonly Read[] {
    const touched: TouchedPlaces = new Map();
    return this.#declared.filter((read) => this.#stateOf(read, touched) === state);
  }

  /** Notes that a declared path matters: something that comes out depends on it. */
  settle(read: Read): void {
    this.#known.add(read);
  }

  #stateOf(read: Read, touched: TouchedPlaces): ReadState {
    if (this.#known.has(read)) return 'read';
    const state = this.stateOf(read, undefined, touched);
    if (state === 'read') this.#known.add(read);
    return state;
  }

  /** Whether the handler names a declared path itself, not only in a loop over all members, or as a parser of all does. */
  isNamed(read: Read): boolean {
    return this.#recorded.some(({ seen }) =>
      seen.touched.some(({ segments, isSwept }) => !isSwept && isAtOrBelow(segments, read.segments)),
    );
  }

  /**
   * How a declared path is read in the events of an item type, or in all.
   * @param touched the places of each event, which it fills: they are asked for once
   */
  stateOf(
    read: Read,
    isWanted: (planned: PlannedEvent) => boolean = () => true,
    touched: TouchedPlaces = new Map(),
  ): ReadState {
    let state: ReadState = 'unread';
    for (const recorded of this.#recorded) {
      if (!isWanted(recorded.planned)) continue;
      const places = touched.get(recorded) ?? recorded.seen.touched;
      touched.set(recorded, places);
      const one = this.#stateIn(read, recorded, places);
      if (one === 'read') return one;
      if (one === 'perhaps') state = one;
    }
    return state;
  }

  #stateIn(read: Read, { planned, seen }: RecordedReads, touched: readonly TouchedPlace[]): ReadState {
    const isContainer = this.grammar.isContainer(read, planned.itemType);
    const below = touched.filter(({ segments }) => isAtOrBelow(segments, read.segments));
    if (below.some(({ segments }) => !isContainer || segments.length > read.segments.length)) return 'read';
    const reading = seen.reading(read);
    if (reading === 'by name' && !isContainer) return 'read';
    return reading === 'in a copy' || below.some(({ kind }) => kind === 'object') ? 'perhaps' : 'unread';
  }

  /**
   * The paths that the handler certainly reads by name, and that the row does not name. The paths below another one of
   * them are left out.
   */
  listUndeclared(isWanted: (planned: PlannedEvent) => boolean = () => true): readonly Undeclared[] {
    return this.#listUndeclared(true, isWanted);
  }

  /**
   * The undeclared paths whose objects the handler merely takes: only what comes out shows whether they matter.
   * @param certain those that it certainly reads by name
   */
  listTaken(certain: readonly Undeclared[]): readonly Undeclared[] {
    return this.#listUndeclared(false, () => true).filter(
      ({ read }) => !certain.some((other) => isAtOrBelow(read.segments, other.read.segments)),
    );
  }

  #listUndeclared(isCertain: boolean, isWanted: (planned: PlannedEvent) => boolean): readonly Undeclared[] {
    const found = new Map<string, Undeclared>();
    for (const { planned, seen } of this.#recorded) {
      if (seen.failure !== undefined || !isWanted(planned)) continue;
      for (const touched of seen.touched) {
        const meaning = this.#interpret(touched, planned);
        if (meaning === undefined || meaning === 'unknown' || meaning.isCertain !== isCertain) continue;
        const { read } = meaning;
        if (this.grammar.declares(read.segments) || found.has(read.path)) continue;
        found.set(read.path, { read, place: touched.segments, planned });
      }
    }
    const all = [...found.values()];
    return all.filter(({ read }) => !all.some((other) => isBelow(read.segments, other.read.segments)));
  }

  /** The places that the handler reads although no event of any row has them. */
  listUnknown(): readonly EventPath[] {
    const found = new Map<string, EventPath>();
    for (const { planned, seen } of this.#recorded) {
      for (const touched of seen.touched) {
        const { segments } = touched;
        const isUnknown = this.#interpret(touched, planned) === 'unknown' && !isUsualProbe(segments);
        if (isUnknown && !this.grammar.isKnownAnywhere(segments)) found.set(formatPath(segments), segments);
      }
    }
    return [...found.values()];
  }

  #interpret({ segments, kind, isCopied, isSwept }: TouchedPlace, planned: PlannedEvent): Meaning {
    const { itemType } = planned;
    const leaf = this.grammar.findLeaf(segments, itemType);
    if (leaf !== undefined) {
      if (segments.length > leaf.segments.length) return isSwept ? undefined : { read: leaf, isCertain: true };
      if (kind === 'value') return isSwept ? undefined : { read: leaf, isCertain: true };
      const isList = Array.isArray(valueAt(planned.sample(), leaf.segments));
      if (kind === 'absent') return leaf.field || isList ? undefined : { read: leaf, isCertain: true };
      return { read: leaf, isCertain: isList && isCopied && !isSwept };
    }
    const container = this.grammar.find(segments, itemType);
    if (container !== undefined) return kind === 'object' ? { read: container, isCertain: false } : undefined;
    if (kind === 'absent') return 'unknown';
    const fields = this.grammar.find(FIELDS, itemType);
    return fields && isAtOrBelow(segments, FIELDS) && !isSwept ? { read: fields, isCertain: true } : undefined;
  }
}

/** Names that libraries ask every object for: promises, JSON, loggers and testing libraries. */
const usualProbes = ['then', 'toJSON', 'constructor', 'length', 'nodeType', '$$typeof', 'asymmetricMatch', 'message'];

/** Whether a place says nothing about what the handler expects of the event. */
function isUsualProbe(place: EventPath): boolean {
  const [root = ''] = place;
  const last = place.at(-1) as string;
  return usualProbes.includes(last) || (root !== 'detail' && findNearest(root, ['detail']) === undefined);
}
