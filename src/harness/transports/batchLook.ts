import type { Read } from '../../../model/event/paths.ts';
import type { Mistake, Unopened } from '../recording/mistake.ts';
import type { Form, ReadNote, ReadNotes } from '../recording/readNotes.ts';
import { Watch } from '../recording/watch.ts';
import type { WatchedCalls } from '../recording/watchedCalls.ts';
import type { Transport } from './transport.ts';

/** What an event has that a rule hands over. */
const OF_AN_EVENT = ['detail', 'detail-type', 'source', 'id', 'time', 'version', 'account', 'resources'];
/** Of those, what neither a record nor a notification may be asked for otherwise. */
const TELLING = OF_AN_EVENT.slice(0, 3);
/** Where records of whatever transport have what they carry. */
const CARRIERS = ['body', 'Sns', 'kinesis', 'data'];

const looks = new WeakMap<object, BatchLook>();

/** The look at an event that is on its way to a function behind a transport, if anybody looks. */
export function lookAt(event: object): BatchLook | undefined {
  return looks.get(event);
}

/** What a function behind a transport reads of one event, as far as it can be seen. */
export class BatchLook {
  readonly #transport: Transport;
  readonly #calls: WatchedCalls;
  readonly #event: Watch;
  readonly #batch: Watch;
  #opened = false;
  /** Whether the notification of a topic is parsed, which holds the event; undefined where there is none. */
  #isNotified: boolean | undefined;
  #isParsedAsItIs = false;
  #isDecoded = false;

  constructor(event: object, transport: Transport, form: Form, calls: WatchedCalls) {
    this.#transport = transport;
    this.#calls = calls;
    this.#event = new Watch(form, calls);
    this.#batch = new Watch(form, calls);
    calls.expect(JSON.stringify(event), { answer: (parsed) => this.#open(parsed) });
    looks.set(event, this);
  }

  /** Whether the function has parsed the event. */
  get isOpened(): boolean {
    return this.#opened;
  }

  /** What is read of the event. */
  get notes(): ReadNotes {
    return this.#event.notes;
  }

  get isWritten(): boolean {
    return this.#event.notes.isWritten || this.#batch.notes.isWritten;
  }

  get isCopied(): boolean {
    return this.#event.notes.isCopied() || this.#batch.notes.isCopied();
  }

  /** How the event is read: a text that is opened in a way of its own may be read as a copy is. */
  reading({ segments }: Read): ReadNote {
    if (this.#opened) return this.#event.notes.reading(segments);
    return this.#mayBeOpened ? 'in a copy' : 'not';
  }

  /** What the function is written for, if it is certainly not what it gets. */
  get mistake(): Mistake | undefined {
    const { opens } = this.#transport;
    if (opens === undefined || this.#opened) return undefined;
    const { notes } = this.#batch;
    if (this.#isParsedAsItIs && !this.#isDecoded) return { takes: `\`${opens.carrier.join('.')}\` as it is` };
    // To write a batch to a text is no use of it.
    if (this.#isClosed) {
      if (OF_AN_EVENT.some((key) => notes.isMissed(key))) return 'expects an event';
      const keys = ['Records', 'records'] as const;
      const records = keys.find((key) => key !== opens.records && notes.isMissed(key));
      if (records !== undefined) return { records };
    }
    return this.#mayBeOpened ? undefined : this.#takenForEvent;
  }

  /** Whether the function takes the records, and looks into none. */
  get isOnlyTaken(): boolean {
    const { opens } = this.#transport;
    if (opens === undefined || this.#opened || this.#batch.notes.isLost) return false;
    return this.#isClosed && this.#batch.notes.reading([opens.records]) !== 'not';
  }

  /** Whether no record is looked into. */
  get #isClosed(): boolean {
    return !this.#batch.notes.isUsed(3) && !this.#batch.notes.isCopied(1);
  }

  /** What the function takes for the event, as far as that can be said. */
  get unopened(): Unopened | undefined {
    const { opens } = this.#transport;
    if (opens === undefined || this.#opened || this.#mayBeOpened) return undefined;
    const { notes } = this.#batch;
    const depth = opens.carrier.findLastIndex((_, place) => notes.reading(this.#place(place + 1)) !== 'not') + 1;
    return depth === 0 ? undefined : { takes: this.#nameOf(depth) };
  }

  /** What the function is invoked with: the event itself, or a batch that notes whether its records are opened. */
  invokedWith(batch: object): object {
    const { opens } = this.#transport;
    // To make it was to parse it, where that is seen.
    if (opens === undefined) return this.#opened ? batch : this.#open(batch);
    const record = (batch as Record<string, Record<string, unknown>[]>)[opens.records]?.[0];
    const [first] = opens.carrier as [string];
    const text = record?.[first];
    // A notification: it is JSON, in which the event is JSON once more.
    if (opens.carrier.length > 1 && typeof text === 'string') {
      this.#isNotified = false;
      this.#calls.expect(text, { answer: (parsed) => this.#notified(parsed) });
    }
    if (opens.isBase64) {
      const data = opens.carrier.reduce<unknown>((part, segment) => (part as Record<string, unknown>)[segment], record);
      this.#calls.expect(data as string, {
        tried: () => {
          this.#isParsedAsItIs = true;
        },
        decoded: () => {
          this.#isDecoded = true;
        },
      });
    }
    return this.#batch.of(batch);
  }

  #notified(notification: object): object {
    this.#isNotified = true;
    return this.#batch.of(notification, this.#place(1));
  }

  #open(event: object): object {
    this.#opened = true;
    return this.#event.of(event);
  }

  /** Whether the function has the event's text, and may do with it what is not seen. */
  get #mayBeOpened(): boolean {
    const { opens } = this.#transport;
    if (opens === undefined) return false;
    const isRead = (depth: number): boolean => this.#batch.notes.reading(this.#place(depth)) !== 'not';
    if (this.#isNotified === false && isRead(1)) return true;
    return isRead(opens.carrier.length) && !(opens.isBase64 && !this.#isDecoded);
  }

  /** What is asked for things of an event though it is none, or for what records of other transports carry. */
  get #takenForEvent(): Unopened | undefined {
    const { carrier } = this.#transport.opens as NonNullable<Transport['opens']>;
    const { notes } = this.#batch;
    const depth = [...carrier.keys()].findLast((place) =>
      TELLING.some((key) => notes.isMissed(...this.#place(place), key)),
    );
    if (depth !== undefined) return { takes: this.#nameOf(depth) };
    const other = CARRIERS.find((key) => key !== carrier[0] && notes.isMissed(...this.#place(0), key));
    return other === undefined ? undefined : { takes: `\`${other}\``, isElsewhere: true };
  }

  #nameOf(depth: number): string {
    const { carrier } = this.#transport.opens as NonNullable<Transport['opens']>;
    if (depth === 0) return 'the record itself';
    return `\`${carrier.slice(0, depth).join('.')}\``;
  }

  /** Where a part of the record is that many steps below it. */
  #place(depth: number): string[] {
    const { records, carrier } = this.#transport.opens as NonNullable<Transport['opens']>;
    return [records, '0', ...carrier.slice(0, depth)];
  }
}
