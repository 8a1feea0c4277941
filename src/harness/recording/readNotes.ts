import { type EventPath, formatPath } from '../../../model/values/eventPath.ts';

/** Whether our own code is running. */
let quiet = false;

/** Runs our own synchronous code, which counts as no read. */
export function runQuietly<Result>(work: () => Result): Result {
  const before = quiet;
  quiet = true;
  try {
    return work();
  } finally {
    quiet = before;
  }
}

/** Whether our own code is running now. */
export function isQuiet(): boolean {
  return quiet;
}

/** The form of a recorded value: a copy, or a view. */
export type Form = 'copy' | 'view';

/** How something was read: by name; only together with all members beside it, as copying does; or not. */
export type ReadNote = 'by name' | 'in a copy' | 'not';

const nothing: readonly string[] = [];

/**
 * The reads of one object. A reader of all members, in their order, makes a copy (clones, spreads, walks), and reads of
 * the copy are unknown. A reader of some members reads those by name.
 */
export class MemberNotes {
  readonly #keys: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #named = new Set<string>();
  /** The number of members read in a row from the first on. */
  #row = 0;
  #copied = false;
  #listed = false;

  constructor(keys: readonly string[]) {
    this.#keys = keys;
    this.#places = new Map(keys.map((key, place) => [key, place]));
  }

  /** A member is read. */
  read(key: string): void {
    const place = this.#places.get(key);
    if (place === this.#row) this.#goOn();
    else if (place === undefined || place !== this.#row - 1) this.#begin(key, place);
  }

  /** The presence of a member is tested. */
  noteAsked(key: string): void {
    if (!this.#listed) this.#named.add(key);
  }

  /** All members are listed, which tests each. */
  noteListed(): void {
    this.#listed = true;
  }

  /** Whether all names were read, but no members. */
  get isListed(): boolean {
    return this.#listed && !this.#copied;
  }

  /** Whether all members were read as in a copy. An only member may be read by name as well. */
  get isCopied(): boolean {
    return this.#copied;
  }

  get isOnlyChild(): boolean {
    return this.#keys.length === 1;
  }

  /** Whether every member was read, in any order: by name, or into a copy of the object or of its rest. */
  get isSwept(): boolean {
    return this.#copied || (this.#keys.length > 1 && this.#keys.every((key) => this.isNamed(key)));
  }

  /** Whether the members are those of a list. */
  get isList(): boolean {
    return this.#keys[0] === '0';
  }

  isNamed(key: string): boolean {
    return this.#named.has(key) || (this.#places.get(key) ?? this.#row) < this.#row;
  }

  get named(): readonly string[] {
    if (this.#named.size === 0 && this.#row === 0) return nothing;
    return [...this.#named, ...this.#keys.slice(0, this.#row)];
  }

  #goOn(): void {
    this.#row++;
    if (this.#row < this.#keys.length) return;
    if (this.isOnlyChild) this.#named.add(this.#keys[0] as string);
    else this.#copied = true;
    this.#row = 0;
  }

  /** A read out of order: the members of the row were read by name, and another row may begin. */
  #begin(key: string, place: number | undefined): void {
    for (const named of this.#keys.slice(0, this.#row)) this.#named.add(named);
    this.#row = place === 0 ? 1 : 0;
    if (place !== 0) this.#named.add(key);
  }
}

/** A copy of a part with unknown reads, until it is found. */
export interface Loss {
  readonly segments: EventPath;
  isFound: boolean;
}

/** A place of the event that a handler read by name, without the objects on the way to a deeper one. */
export interface TouchedPlace {
  readonly segments: EventPath;
  /** What was there: nothing, a value without members, or an object or list of which nothing was read by name. */
  readonly kind: 'absent' | 'value' | 'object';
  /** Whether every member of the object or list was read, as a copy or a loop does. */
  readonly isCopied: boolean;
  /** Whether everything beside it was read as well: it may stem from a copy, or from `...rest`. */
  readonly isSwept: boolean;
}

/** The reads of an event or a batch, and of its recorded copies. */
export class ReadNotes {
  readonly #objects = new Map<string, { readonly segments: EventPath; readonly members: MemberNotes[] }>();
  readonly #missed = new Map<string, EventPath>();
  readonly #lost: Loss[] = [];
  readonly #form: Form;
  #isWritten = false;

  constructor(form: Form) {
    this.#form = form;
  }

  /** The notes for another object at this place. */
  objectAt(segments: EventPath, keys: readonly string[]): MemberNotes {
    const members = new MemberNotes(keys);
    const key = formatPath(segments);
    const known = this.#objects.get(key);
    if (known === undefined) this.#objects.set(key, { segments, members: [members] });
    else known.members.push(members);
    return members;
  }

  /** An absent member is read. */
  noteMissed(segments: EventPath, key: string): void {
    if (quiet) return;
    const missed = [...segments, key];
    this.#missed.set(formatPath(missed), missed);
  }

  note(members: MemberNotes, key: string): void {
    if (!quiet) members.read(key);
  }

  /** The presence of a member is tested. */
  noteAsked(members: MemberNotes, key: string): void {
    if (!quiet) members.noteAsked(key);
  }

  /** The members are listed. */
  noteList(members: MemberNotes): void {
    if (!quiet) members.noteListed();
  }

  /** A part is written to a text. */
  write(): void {
    if (!quiet) this.#isWritten = true;
  }

  /** Whether a part was written to a text. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  /** A copy of a part becomes unobserved, unless it is found. */
  lose(segments: EventPath): Loss {
    const loss = { segments, isFound: quiet };
    if (!quiet) this.#lost.push(loss);
    return loss;
  }

  /** Whether an absent member was read. */
  isMissed(...segments: EventPath): boolean {
    return this.#missed.has(formatPath(segments));
  }

  /**
   * How the value at a place was read. Views are for handlers that make no copies. A handler that copies a view treats
   * it as data, like a logger. A recorded copy stays observed when passed on.
   */
  howRead(segments: EventPath): ReadNote {
    const reading = this.#howReadHere(segments);
    if (this.#form === 'copy' || reading === 'by name') return reading;
    const isListed = this.#membersBeside(segments).some(({ isListed }) => isListed);
    return isListed || this.#isLost(segments) ? 'in a copy' : 'not';
  }

  #howReadHere(segments: EventPath): ReadNote {
    if (this.#missed.has(formatPath(segments))) return 'by name';
    const above = segments.slice(0, -1);
    const key = segments.at(-1) as string;
    const members = this.#membersBeside(segments);
    const naming = members.filter((notes) => notes.isNamed(key));
    if (naming.some((notes) => !notes.isOnlyChild)) return 'by name';
    // An only child is read in a copy if its parent was.
    if (naming.length > 0)
      return above.length > 0 && this.#howReadHere(above) === 'in a copy' ? 'in a copy' : 'by name';
    return this.#isLost(segments) || members.some(({ isCopied }) => isCopied) ? 'in a copy' : 'not';
  }

  /** The places that were read by name. */
  listTouched(): readonly TouchedPlace[] {
    const present = [...this.#objects.values()].flatMap(({ segments, members }) =>
      [...new Set(members.flatMap(({ named }) => named))]
        .map((key) => [...segments, key])
        .filter((place) => this.#howReadHere(place) === 'by name'),
    );
    const all = [...present, ...this.#missed.values()];
    const onTheWay = new Set(all.map((place) => formatPath(place.slice(0, -1))));
    return all
      .filter((place) => !onTheWay.has(formatPath(place)))
      .map((segments) => ({ segments, ...this.#describe(segments) }));
  }

  /** Whether nearly all of these members of the outermost object are read: all but two by name, or half in a copy. */
  areRead(keys: readonly string[]): boolean {
    return this.#membersBeside(['']).some((members) => {
      const named = keys.filter((key) => members.isNamed(key)).length;
      return named >= (members.isCopied ? keys.length / 2 : keys.length - 2);
    });
  }

  #describe(segments: EventPath): Omit<TouchedPlace, 'segments'> {
    const place = formatPath(segments);
    const own = this.#objects.get(place)?.members;
    return {
      kind: this.#missed.has(place) ? 'absent' : own === undefined ? 'value' : 'object',
      isCopied: own?.some(({ isCopied, isListed }) => isCopied || isListed) ?? false,
      isSwept: this.#isSwept(segments),
    };
  }

  /** Whether all members beside a place are read; an only member, or one of a list, is read as the object around it. */
  #isSwept(segments: EventPath): boolean {
    const members = this.#membersBeside(segments);
    if (members.every(({ isOnlyChild, isList }) => isOnlyChild || isList))
      return segments.length > 1 && this.#isSwept(segments.slice(0, -1));
    return members.some(({ isSwept }) => isSwept);
  }

  #isLost(segments: EventPath): boolean {
    return this.#lost.some(
      ({ segments: above, isFound }) =>
        !isFound && above.length < segments.length && above.every((segment, at) => segments[at] === segment),
    );
  }

  #membersBeside(segments: EventPath): readonly MemberNotes[] {
    return this.#objects.get(formatPath(segments.slice(0, -1)))?.members ?? [];
  }

  /** Whether anything at this depth or deeper is read by name. */
  isUsed(depth: number = 1): boolean {
    return [...this.#objects.values()].some(
      ({ segments, members }) =>
        segments.length + 1 >= depth &&
        members.some(({ named }) => named.some((key) => this.#howReadHere([...segments, key]) === 'by name')),
    );
  }

  /** Whether a part at this depth or deeper is copied. */
  isCopied(depth: number = 0): boolean {
    return [...this.#objects.values()].some(
      ({ segments, members }) => segments.length >= depth && members.some(({ isCopied }) => isCopied),
    );
  }

  /** Whether a part was written to a text with an unknown use. */
  get isLost(): boolean {
    return this.#lost.some(({ isFound }) => !isFound);
  }
}
