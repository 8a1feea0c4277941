/** Something of our own goes on. */
let quiet = false;

/** Does something of our own at once, which reads nothing. */
export function quietly<Result>(work: () => Result): Result {
  const before = quiet;
  quiet = true;
  try {
    return work();
  } finally {
    quiet = before;
  }
}

/** Whether what happens now is something of our own. */
export function isQuiet(): boolean {
  return quiet;
}

/** In which form a value is watched: as a copy of it, or as a view on it. */
export type Form = 'copy' | 'view';

/** How something was read: by its name; only together with all that stands beside it, as a copy is made; or not. */
export type ReadNote = 'by name' | 'in a copy' | 'not';

/**
 * What was read of one object. Whoever reads all its members, one after the other, as it has them, makes a copy (clones,
 * spreads, walks), and what is read of the copy is not known; whoever reads some of them reads those.
 */
export class MemberNotes {
  readonly #keys: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #named = new Set<string>();
  /** How many members were read in a row, beginning with the first. */
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

  /** It is asked whether a member is there. */
  asked(key: string): void {
    if (!this.#listed) this.#named.add(key);
  }

  /** All the members are listed, which asks for each. */
  listed(): void {
    this.#listed = true;
  }

  /** Whether the names of all were looked at, and not the members. */
  get isListed(): boolean {
    return this.#listed && !this.#copied;
  }

  /** Whether all was read as a copy is made. The only member there is may be read by its name as well. */
  get isCopied(): boolean {
    return this.#copied;
  }

  get isOnlyChild(): boolean {
    return this.#keys.length === 1;
  }

  isNamed(key: string): boolean {
    return this.#named.has(key) || (this.#places.get(key) ?? this.#row) < this.#row;
  }

  get named(): readonly string[] {
    return [...this.#named, ...this.#keys.slice(0, this.#row)];
  }

  #goOn(): void {
    this.#row++;
    if (this.#row < this.#keys.length) return;
    if (this.isOnlyChild) this.#named.add(this.#keys[0] as string);
    else this.#copied = true;
    this.#row = 0;
  }

  /** Not the next one: those of the row were meant by their names, and another row may begin. */
  #begin(key: string, place: number | undefined): void {
    for (const named of this.#keys.slice(0, this.#row)) this.#named.add(named);
    this.#row = place === 0 ? 1 : 0;
    if (place !== 0) this.#named.add(key);
  }
}

/** A copy of a part of which it is not known what is read, until it is found. */
export interface Loss {
  readonly steps: readonly string[];
  isFound: boolean;
}

/** What was read of an event, or of a batch, and of the watched copies of it. */
export class ReadNotes {
  readonly #objects = new Map<string, { readonly steps: readonly string[]; readonly members: MemberNotes[] }>();
  readonly #missed = new Set<string>();
  readonly #lost: Loss[] = [];
  readonly #form: Form;
  #isWritten = false;

  constructor(form: Form) {
    this.#form = form;
  }

  /** The notes of one more object that stands at some place. */
  objectAt(segments: readonly string[], keys: readonly string[]): MemberNotes {
    const members = new MemberNotes(keys);
    const key = joinPath(segments);
    const known = this.#objects.get(key);
    if (known === undefined) this.#objects.set(key, { steps: segments, members: [members] });
    else known.members.push(members);
    return members;
  }

  /** A member is asked for that is not there. */
  missed(segments: readonly string[], key: string): void {
    if (!quiet) this.#missed.add(joinPath([...segments, key]));
  }

  note(members: MemberNotes, key: string): void {
    if (!quiet) members.read(key);
  }

  /** It is asked whether a member is there. */
  noteAsked(members: MemberNotes, key: string): void {
    if (!quiet) members.asked(key);
  }

  /** The members are listed. */
  noteList(members: MemberNotes): void {
    if (!quiet) members.listed();
  }

  /** A part is written to a text. */
  write(): void {
    if (!quiet) this.#isWritten = true;
  }

  /** Whether a part was written to a text. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  /** A copy of a part went where nobody sees what is read of it, unless it is found. */
  lose(segments: readonly string[]): Loss {
    const loss = { steps: segments, isFound: quiet };
    if (!quiet) this.#lost.push(loss);
    return loss;
  }

  /** Whether a member was asked for that is not there. */
  isMissed(...segments: readonly string[]): boolean {
    return this.#missed.has(joinPath(segments));
  }

  /**
   * How what stands at some place was read. Views are for those that make no copies: who copies one all the same takes it
   * for data, as a logger does, while a copy was given on as it is, so that what is read of it was seen.
   */
  reading(segments: readonly string[]): ReadNote {
    const reading = this.#reading(segments);
    if (this.#form === 'copy' || reading === 'by name') return reading;
    const isListed = this.#membersBeside(segments).some(({ isListed }) => isListed);
    return isListed || this.#isLost(segments) ? 'in a copy' : 'not';
  }

  #reading(segments: readonly string[]): ReadNote {
    if (this.#missed.has(joinPath(segments))) return 'by name';
    const above = segments.slice(0, -1);
    const key = segments.at(-1) as string;
    const members = this.#membersBeside(segments);
    const naming = members.filter((notes) => notes.isNamed(key));
    if (naming.some((notes) => !notes.isOnlyChild)) return 'by name';
    // An only child is read in a copy where its parent was.
    if (naming.length > 0) return above.length > 0 && this.#reading(above) === 'in a copy' ? 'in a copy' : 'by name';
    return this.#isLost(segments) || members.some(({ isCopied }) => isCopied) ? 'in a copy' : 'not';
  }

  #isLost(segments: readonly string[]): boolean {
    return this.#lost.some(
      ({ steps: above, isFound }) =>
        !isFound && above.length < segments.length && above.every((segment, at) => segments[at] === segment),
    );
  }

  #membersBeside(segments: readonly string[]): readonly MemberNotes[] {
    return this.#objects.get(joinPath(segments.slice(0, -1)))?.members ?? [];
  }

  /** Whether anything is read by its name that stands so many steps deep, or deeper. */
  isUsed(depth: number = 1): boolean {
    return [...this.#objects.values()].some(
      ({ steps: segments, members }) =>
        segments.length + 1 >= depth &&
        members.some(({ named }) => named.some((key) => this.#reading([...segments, key]) === 'by name')),
    );
  }

  /** Whether a part is copied that stands so many steps deep, or deeper. */
  isCopied(depth: number = 0): boolean {
    return [...this.#objects.values()].some(
      ({ steps: segments, members }) => segments.length >= depth && members.some(({ isCopied }) => isCopied),
    );
  }

  /** Whether a part was written to a text of which nobody knows what becomes. */
  get isLost(): boolean {
    return this.#lost.some(({ isFound }) => !isFound);
  }
}

function joinPath(segments: readonly string[]): string {
  return JSON.stringify(segments);
}
