import { deriveId, type Identity } from '../../../model/values/identity.ts';
import { hashText } from '../../../model/values/seededRandom.ts';
import type { ReplayPath } from './replayPath.ts';

/** Identity numbers reserved for the shrinking of one event, more than it needs. */
const TRIES = 1024;

/** Identity numbers reserved for the fixed events, more than they need. The random events follow. */
const RANDOM = 100_000;

/** The first identity number of events without a replay path, such as those of other readings. */
const PATHLESS = 2_000_000 * TRIES;

/** Makes the identities of the events of one run. A replay of a path gets the same identity. */
export class PlayedIdentities {
  readonly #run: number;
  #early = 0;
  #pathless = 0;
  #invocations = 0;

  /** @param name identifies the run, such as the title of its contract */
  constructor(name: string) {
    this.#run = hashText(name);
  }

  /** The identity of an event by its replay path; later events have greater numbers. */
  at(path: ReplayPath): Identity {
    const { block, tries } = findPlace(path);
    return { number: (1 + block) * TRIES + tries, run: this.#run };
  }

  /** The identity of an event that is played before all events with paths. */
  early(): Identity {
    return { number: this.#early++, run: this.#run };
  }

  /** The identity of an event that is played between that of a path and the next one. */
  after(path: ReplayPath): Identity {
    const { number, run } = this.at(path);
    return { number: number - (number % TRIES) + TRIES - 1, run };
  }

  /** The id of the next invocation. */
  invocation(): string {
    return deriveId({ number: this.#invocations++, run: this.#run }, INVOCATION);
  }

  /** The identity of an event without a path. */
  next(): Identity {
    return { number: PATHLESS + this.#pathless++, run: this.#run };
  }
}

/** The block of identity numbers of a path, and the number within it. */
function findPlace(path: ReplayPath): { readonly block: number; readonly tries: number } {
  if (path.kind === 'again') return { block: path.number, tries: 0 };
  const places = path.search?.split(':').map(Number) ?? [];
  // The first place of a fixed event's search is the event itself.
  if (path.kind === 'fixed') return { block: path.number, tries: places.length === 0 ? 0 : countTries(places) - 1 };
  const [first = 0, ...shrinks] = places;
  return { block: RANDOM + first, tries: countTries(shrinks) };
}

function countTries(places: readonly number[]): number {
  return places.reduce((sum, place) => sum + place + 1, 0);
}

/** The purpose of invocation ids. */
const INVOCATION = 9;
