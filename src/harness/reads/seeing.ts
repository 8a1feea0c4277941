import type { Read } from '../../../model/event/paths.ts';
import type { HandlerFailure } from '../checks/check.ts';
import type { Mistake, Unopened } from '../recording/mistake.ts';
import type { Form, ReadNote, ReadNotes } from '../recording/readNotes.ts';
import { Watch } from '../recording/watch.ts';
import type { WatchedCalls } from '../recording/watchedCalls.ts';
import { BatchLook } from '../transports/batchLook.ts';
import type { Transport } from '../transports/transport.ts';

/** What a handler read of one event; what it reads later counts, too. */
export interface Seen {
  readonly failure: HandlerFailure | undefined;
  /** Whether it has parsed the event, which behind a transport is a text at first. */
  readonly isParsed: boolean;
  /** Whether it wrote the event, or a part of it, to a text. */
  readonly isWritten: boolean;
  /** Whether it may have made a copy by which nobody knows what is read: another form of the event might fail. */
  readonly isCopied: boolean;
  readonly mistake: Mistake | undefined;
  /** Whether it takes a copy of the outermost object, or that object's members, and uses nothing of them. */
  readonly isOnlyTaken: boolean;
  /** What it takes for the event behind a transport, where it has opened none. */
  readonly unopened: Unopened | undefined;
  reading(read: Read): ReadNote;
}

/** Calls a handler with an event; `again` makes an equal one, to see whether it was changed. */
type Play = (event: object, again: () => object) => Promise<HandlerFailure | undefined>;

/**
 * Plays one event so that what is read of it is noted.
 * @param make makes the event, each time a new object
 * @param calls those that are seen meanwhile
 */
export function seeing(
  make: () => object,
  transport: Transport | undefined,
  play: Play,
  calls: WatchedCalls,
  form: Form = 'copy',
): Promise<Seen> {
  return transport === undefined
    ? seeingEvent(make, play, calls, form)
    : seeingBatch(make, transport, play, calls, form);
}

async function seeingEvent(make: () => object, play: Play, calls: WatchedCalls, form: Form): Promise<Seen> {
  const watch = new Watch(form, calls);
  const { notes } = watch;
  const event = watch.of(make());
  const failure = await play(event, () => event);
  return {
    failure,
    isParsed: true,
    unopened: undefined,
    get isWritten() {
      return notes.isWritten;
    },
    get isCopied() {
      return notes.isCopied();
    },
    get mistake() {
      return expectsBatch(notes);
    },
    get isOnlyTaken() {
      return notes.isCopied() && isUnused(notes);
    },
    reading: ({ segments }) => notes.reading(segments),
  };
}

async function seeingBatch(
  make: () => object,
  transport: Transport,
  play: Play,
  calls: WatchedCalls,
  form: Form,
): Promise<Seen> {
  const event = make();
  // Made before: to make it may be to parse it.
  const equal = make();
  const look = new BatchLook(event, transport, form, calls);
  const failure = await play(event, () => equal);
  return {
    failure,
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
      return look.mistake ?? (transport.opens === undefined ? expectsBatch(look.notes) : undefined);
    },
    get isOnlyTaken() {
      return look.isOnlyTaken;
    },
    get unopened() {
      return look.unopened;
    },
    reading: (read) => look.reading(read),
  };
}

/**
 * Whether a handler asks for what only a batch has, and reads nothing of the event: by its name, or of a copy that nobody
 * sees. A copy of the outermost object alone has the same members below.
 */
function expectsBatch(notes: ReadNotes): Mistake | undefined {
  if (notes.isUsed() || !isUnused(notes)) return undefined;
  if (notes.isMissed('Records')) return 'expects a batch';
  return notes.isMissed('records') ? 'expects a batch of Firehose' : undefined;
}

/** Whether nothing is used that stands within the members of the outermost object, and no copy of them is out of sight. */
function isUnused(notes: ReadNotes): boolean {
  return !notes.isUsed(2) && !notes.isCopied(1) && !notes.isLost;
}
