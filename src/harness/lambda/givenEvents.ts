/** The most events kept: they may be large. */
const MOST = 20;

/** An event whose call had its verdict, and left work that may still change the event. */
interface Given {
  readonly subject: unknown;
  isChanged(): boolean;
}

/** The events of calls with unfinished work. A handler may change its event after the verdict on its call. */
export class GivenEvents {
  readonly #given: Given[] = [];
  #changed: Given | undefined;

  /** Keeps an event, and compares the oldest one if there are too many. */
  add(given: Given): void {
    if (this.#given.push(given) > MOST) this.#compare(this.#given.shift() as Given);
  }

  /** The played input of the first event that its handler changed later. */
  findChanged(): unknown {
    for (const given of this.#given.splice(0)) this.#compare(given);
    const subject = this.#changed?.subject;
    this.#changed = undefined;
    return subject;
  }

  #compare(given: Given): void {
    if (this.#changed === undefined && given.isChanged()) this.#changed = given;
  }
}
