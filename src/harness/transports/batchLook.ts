import type { Read } from '../../event/paths.ts';
import { accessorCopy } from '../accessorCopy.ts';
import { type RecordingView, recordingView } from '../recordingView.ts';
import type { Transport } from './transport.ts';

/** Where a record has what it carries. */
const CARRIERS = ['body', 'Message', 'data'];
const RECORDS = ['Records', 'records'];
/** What an event has that a rule hands over, and no batch. */
const OF_AN_EVENT = ['detail', 'detail-type', 'source'];

const looks = new WeakMap<object, BatchLook>();

/** The look at an event that is on its way to a function behind a transport, if anybody looks. */
export function lookAt(event: object): BatchLook | undefined {
  return looks.get(event);
}

/** What a function behind a transport reads of one event, as far as it can be seen. */
export class BatchLook {
  readonly #copied: boolean;
  readonly #parsed: RecordingView[] = [];
  readonly #views = new WeakMap<object, object>();
  #readsRecords = false;
  #readsEvent = false;
  #mayHaveText = false;

  /** @param copied gives copies in place of proxies, which can be cloned */
  constructor(event: object, copied: boolean) {
    this.#copied = copied;
    looks.set(event, this);
  }

  /** Whether it is known what is read: the text was parsed where that is seen, or was not even looked at. */
  get known(): boolean {
    return this.opened || !this.#mayHaveText;
  }

  /** Whether the function has parsed the event. */
  get opened(): boolean {
    return this.#parsed.length > 0;
  }

  /** Whether it takes the batch for an event: it reads what only an event has, and nothing of the records. */
  get takesBatchForEvent(): boolean {
    return this.#readsEvent && !this.#readsRecords && !this.opened;
  }

  touched(read: Read): boolean {
    return this.#parsed.some((view) => view.touched(read));
  }

  /** The event, as it comes out of its text. */
  parsed(event: object): object {
    const view = recordingView(event, this.#copied);
    this.#parsed.push(view);
    return view.event;
  }

  /** What the function is invoked with: the event itself, or a batch that notes whether its records are opened. */
  invokedWith({ name }: Transport, batch: object): object {
    if (name === 'lambda') return this.opened ? batch : this.parsed(batch);
    if (this.#copied) return accessorCopy(batch, (steps) => this.#note(steps.at(-1) as string, steps.length === 1));
    return this.#viewOf(batch, true);
  }

  #viewOf(part: object, isBatch: boolean): object {
    const known = this.#views.get(part);
    if (known !== undefined) return known;
    const view = new Proxy(part, {
      get: (target, key, receiver) => {
        // To write a batch to the log is no use of it, though what is written may be.
        if (key === 'toJSON') return () => this.#written(target);
        this.#note(key, isBatch);
        const value: unknown = Reflect.get(target, key, receiver);
        return typeof value === 'object' && value !== null ? this.#viewOf(value, false) : value;
      },
      has: (target, key) => {
        this.#note(key, isBatch);
        return Reflect.has(target, key);
      },
      getOwnPropertyDescriptor: (target, key) => {
        this.#note(key, isBatch);
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
      ownKeys: (target) => {
        const keys = Reflect.ownKeys(target);
        for (const key of keys) this.#note(key, isBatch);
        return keys;
      },
    });
    this.#views.set(part, view);
    return view;
  }

  #written(part: object): object {
    this.#mayHaveText = true;
    return part;
  }

  #note(key: string | symbol, isBatch: boolean): void {
    if (CARRIERS.includes(key as string)) this.#mayHaveText = true;
    if (!isBatch) return;
    if (RECORDS.includes(key as string)) this.#readsRecords = true;
    if (OF_AN_EVENT.includes(key as string)) this.#readsEvent = true;
  }
}
