import type { Read } from '../../../model/event/paths.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import { isObjectOrList } from '../../../model/values/isObjectOrList.ts';
import type { Mistake, Unopened } from '../recording/mistake.ts';
import type { Form, ReadNote, ReadNotes } from '../recording/readNotes.ts';
import { Watch } from '../recording/watch.ts';
import type { WatchedCalls } from '../recording/watchedCalls.ts';
import { OF_AN_EVENT, TELLING } from './message.ts';
import type { Transport } from './transport.ts';

/** The members in which records of any transport carry their content. */
const CARRIERS = ['body', 'Sns', 'kinesis', 'data'];

const looks = new WeakMap<object, BatchLook>();

/** The recording of an event on its way to a function behind a transport, if there is one. */
export function lookAt(event: object): BatchLook | undefined {
  return looks.get(event);
}

/** The reads of one event by a function behind a transport, as far as they can be observed. */
export class BatchLook {
  readonly #transport: Transport;
  readonly #calls: WatchedCalls;
  readonly #event: Watch;
  readonly #batch: Watch;
  #opened = false;
  /** Whether the function parsed the topic's notification around the event; undefined without a notification. */
  #isNotified: boolean | undefined;
  #isParsedAsItIs = false;
  #isDecoded = false;
  /** Whether the target's input has no part of the event that could be recorded. */
  readonly #isMadeAnew: boolean;
  #isInvoked = false;

  constructor(event: object, transport: Transport, form: Form, calls: WatchedCalls) {
    this.#transport = transport;
    this.#calls = calls;
    this.#event = new Watch(form, calls);
    this.#batch = new Watch(form, calls);
    const { input } = transport;
    this.#isMadeAnew = input !== undefined && !isObjectOrList(input.part && valueAt(event, input.part));
    this.#opened = this.#isMadeAnew;
    const text = input === undefined ? JSON.stringify(event) : input.write(event);
    if (!this.#isMadeAnew) calls.expect(text, { answer: (parsed) => this.#open(parsed) });
    looks.set(event, this);
  }

  /** Whether the function was called: a filter may drop the event before. */
  get isInvoked(): boolean {
    return this.#isInvoked;
  }

  /** Whether the function has parsed the event. */
  get isOpened(): boolean {
    return this.#opened;
  }

  /** The reads of the event. */
  get notes(): ReadNotes {
    return this.#event.notes;
  }

  get isWritten(): boolean {
    return this.#event.notes.isWritten || this.#batch.notes.isWritten;
  }

  get isCopied(): boolean {
    return this.#event.notes.isCopied() || this.#batch.notes.isCopied();
  }

  /** How the event is read: a text that the function parses in its own way may be read like a copy. */
  reading({ segments }: Read): ReadNote {
    if (this.#isMadeAnew) return this.#isInvoked ? 'in a copy' : 'not';
    if (this.#opened) return this.#event.notes.howRead(segments);
    return this.#mayBeOpened ? 'in a copy' : 'not';
  }

  /** The input for which the function is certainly written, if it is another one. */
  get mistake(): Mistake | undefined {
    const { opens } = this.#transport;
    if (opens === undefined || this.#opened) return undefined;
    const { notes } = this.#batch;
    if (this.#isParsedAsItIs && !this.#isDecoded) return { takes: `the undecoded \`${opens.carrier.join('.')}\`` };
    // Writing a batch to a text is no use of it.
    if (this.#isClosed) {
      if (OF_AN_EVENT.some((key) => notes.isMissed(key))) return 'expects an event';
      const keys = ['Records', 'records'] as const;
      const records = keys.find((key) => key !== opens.records && notes.isMissed(key));
      if (records !== undefined) return { records };
    }
    return this.#mayBeOpened ? undefined : this.#takenForEvent;
  }

  /** Whether the function takes the records without reading any. */
  get isOnlyTaken(): boolean {
    const { opens } = this.#transport;
    if (opens === undefined || this.#opened || this.#batch.notes.isLost) return false;
    return this.#isClosed && this.#batch.notes.howRead([opens.records]) !== 'not';
  }

  /** Whether no record is read. */
  get #isClosed(): boolean {
    return !this.#batch.notes.isUsed(3) && !this.#batch.notes.isCopied(1);
  }

  /** What the function mistakes for the event, if known. */
  get unopened(): Unopened | undefined {
    const { opens } = this.#transport;
    if (opens === undefined || this.#opened || this.#mayBeOpened) return undefined;
    const { notes } = this.#batch;
    const depth = opens.carrier.findLastIndex((_, place) => notes.howRead(this.#place(place + 1)) !== 'not') + 1;
    return depth === 0 ? undefined : { takes: this.#nameCarrier(depth) };
  }

  /** The function's input: the event itself, or a batch that records whether its records are read. */
  watchInput(batch: object): object {
    this.#isInvoked = true;
    const { opens } = this.#transport;
    // Making it may parse it, which is observed.
    if (opens === undefined) return this.#opened ? batch : this.#open(batch);
    const record = (batch as Record<string, Record<string, unknown>[]>)[opens.records]?.[0];
    const [first] = opens.carrier as [string];
    const text = record?.[first];
    // A notification is JSON, and contains the event as JSON text.
    if (opens.carrier.length > 1 && typeof text === 'string') {
      this.#isNotified = false;
      this.#calls.expect(text, { answer: (parsed) => this.#watchNotification(parsed) });
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

  #watchNotification(notification: object): object {
    this.#isNotified = true;
    return this.#batch.of(notification, this.#place(1));
  }

  #open(event: object): object {
    this.#opened = true;
    return this.#event.of(event, this.#transport.input?.part);
  }

  /** Whether the function has the event's text, and may use it unobserved. */
  get #mayBeOpened(): boolean {
    const { opens } = this.#transport;
    if (opens === undefined) return false;
    const isRead = (depth: number): boolean => this.#batch.notes.howRead(this.#place(depth)) !== 'not';
    if (this.#isNotified === false && isRead(1)) return true;
    return isRead(opens.carrier.length) && !(opens.isBase64 && !this.#isDecoded);
  }

  /** A part that the function reads like an event, although it is not one, or like a record of another transport. */
  get #takenForEvent(): Unopened | undefined {
    const { carrier } = this.#transport.opens as NonNullable<Transport['opens']>;
    const { notes } = this.#batch;
    const depth = [...carrier.keys()].findLast((place) =>
      TELLING.some((key) => notes.isMissed(...this.#place(place), key)),
    );
    if (depth !== undefined) return { takes: this.#nameCarrier(depth) };
    const other = CARRIERS.find((key) => key !== carrier[0] && notes.isMissed(...this.#place(0), key));
    return other === undefined ? undefined : { takes: `\`${other}\``, isElsewhere: true };
  }

  #nameCarrier(depth: number): string {
    const { carrier } = this.#transport.opens as NonNullable<Transport['opens']>;
    if (depth === 0) return 'the record itself';
    return `\`${carrier.slice(0, depth).join('.')}\``;
  }

  /** The place of a part this many levels below the record. */
  #place(depth: number): string[] {
    const { records, carrier } = this.#transport.opens as NonNullable<Transport['opens']>;
    return [records, '0', ...carrier.slice(0, depth)];
  }
}
