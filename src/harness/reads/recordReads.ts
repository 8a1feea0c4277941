import type { HandlerFailure } from '../checks/checks.ts';
import type { Mistake, Unopened } from '../recording/mistake.ts';
import type { Form, ReadNotes, TouchedPlace } from '../recording/readNotes.ts';
import { Watch } from '../recording/watch.ts';
import type { WatchedCalls } from '../recording/watchedCalls.ts';
import { BatchLook } from '../transports/batchLook.ts';
import type { Transport } from '../transports/transport.ts';
import type { SeenPlaces } from './row/readSummary.ts';

/** What a handler read of one event; later reads count, too. */
export interface Seen extends SeenPlaces {
  readonly failure: HandlerFailure | undefined;
  /** Whether it got the event, which no filter dropped before. */
  readonly isInvoked: boolean;
  /** Whether it has parsed the event, which is a text behind a transport. */
  readonly isParsed: boolean;
  /** Whether it wrote the event, or a part of it, to a text. */
  readonly isWritten: boolean;
  readonly mistake: Mistake | undefined;
  /** Whether it takes a copy of the outermost object, or that object's members, and uses nothing of them. */
  readonly isOnlyTaken: boolean;
  /** What it mistakes for the event behind a transport without unpacking it. */
  readonly unopened: Unopened | undefined;
}

/** Calls a handler with an event; `again` makes an equal one, to detect changes. */
type Play = (event: object, again: () => object) => Promise<HandlerFailure | undefined>;

/**
 * Plays one event and records its reads.
 * @param make makes the event, each time a new object
 * @param calls the observed calls meanwhile
 */
export function recordReads(
  make: () => object,
  transport: Transport | undefined,
  play: Play,
  calls: WatchedCalls,
  form: Form = 'copy',
): Promise<Seen> {
  return transport === undefined
    ? recordEvent(make, play, calls, form)
    : recordBatch(make, transport, play, calls, form);
}

async function recordEvent(make: () => object, play: Play, calls: WatchedCalls, form: Form): Promise<Seen> {
  const watch = new Watch(form, calls);
  const { notes } = watch;
  const event = watch.of(make());
  const failure = await play(event, () => event);
  return {
    failure,
    isInvoked: true,
    isParsed: true,
    unopened: undefined,
    get isWritten() {
      return notes.isWritten;
    },
    get isCopied() {
      return notes.isCopied();
    },
    get mistake() {
      return findMistake(notes);
    },
    get isOnlyTaken() {
      return notes.isCopied() && isUnused(notes);
    },
    get touched() {
      return listTouched(notes);
    },
    reading: ({ segments }) => notes.howRead(segments),
  };
}

async function recordBatch(
  make: () => object,
  transport: Transport,
  play: Play,
  calls: WatchedCalls,
  form: Form,
): Promise<Seen> {
  const event = make();
  // Made before the recording, because making it may parse it.
  const equal = make();
  const look = new BatchLook(event, transport, form, calls);
  const failure = await play(event, () => equal);
  return {
    failure,
    get isInvoked() {
      return look.isInvoked;
    },
    get isParsed() {
      return look.isOpened;
    },
    get isWritten() {
      return look.isWritten;
    },
    get isCopied() {
      return look.isCopied;
    },
    get mistake() {
      return look.mistake ?? (transport.opens === undefined ? findMistake(look.notes) : undefined);
    },
    get isOnlyTaken() {
      return look.isOnlyTaken;
    },
    get unopened() {
      return look.unopened;
    },
    get touched() {
      return listTouched(look.notes);
    },
    reading: (read) => look.reading(read),
  };
}

/**
 * The places read by name. A parser of the envelope reads all of its members, and the handler uses some at most: it is
 * unknown which.
 */
function listTouched(notes: ReadNotes): readonly TouchedPlace[] {
  const touched = notes.listTouched();
  return notes.areRead(ENVELOPE)
    ? touched.filter(({ segments, kind }) => segments.length > 1 || kind === 'absent')
    : touched;
}

const ENVELOPE = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail'];

/**
 * Whether a handler asks for members of a batch and reads nothing of the event, by name or through an unobserved copy.
 * A copy of only the outermost object has the same members below.
 */
function findMistake(notes: ReadNotes): Mistake | undefined {
  if (notes.isUsed() || !isUnused(notes)) return undefined;
  const records = (['Records', 'records'] as const).find((key) => notes.isMissed(key));
  return records && { records };
}

/** Whether nothing within the members of the outermost object is used, and every copy of them is observed. */
function isUnused(notes: ReadNotes): boolean {
  return !notes.isUsed(2) && !notes.isCopied(1) && !notes.isLost;
}
