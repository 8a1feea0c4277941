import { makeWatchedCopy } from './makeWatchedCopy.ts';
import { makeWatchedView } from './makeWatchedView.ts';
import { type Form, ReadNotes } from './readNotes.ts';
import { unwatch, type Watcher } from './watched.ts';
import type { WatchedCalls } from './watchedCalls.ts';

/** Records the reads of a value, and of its copies as far as possible. */
export class Watch implements Watcher {
  readonly notes: ReadNotes;
  readonly #form: Form;
  readonly #calls: WatchedCalls;

  constructor(form: Form, calls: WatchedCalls) {
    this.#form = form;
    this.notes = new ReadNotes(form);
    this.#calls = calls;
  }

  /** Another form of the value, or of its part at a place; see {@link makeWatchedCopy} and {@link makeWatchedView}. */
  of(value: object, segments: readonly string[] = []): object {
    return this.#form === 'copy' ? makeWatchedCopy(value, segments, this) : makeWatchedView(value, segments, this);
  }

  /**
   * The JSON form of a recorded part. Writing a text is no read, and reads of its parts become unobserved. If the text
   * goes to a log, it is no copy; if it is parsed, that copy is recorded, too.
   */
  noteWritten(part: object, segments: readonly string[]): object {
    const plain = unwatch(part);
    this.notes.write();
    if (this.#calls.isLogging) return plain;
    this.#calls.expect(JSON.stringify(plain), {
      answer: (parsed) => this.of(parsed, segments),
      mark: findMark(plain),
      losses: [this.notes.lose(segments)],
    });
    return plain;
  }
}

/** Characters that no other text of the process has by chance. */
const TELLING = 16;

/** A text of a value that identifies it within a longer text, such as an id. */
function findMark(value: unknown): string | undefined {
  if (typeof value === 'string') return value.length >= TELLING && /^[\w:/.-]+$/.test(value) ? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const part of Object.values(value)) {
    const mark = findMark(part);
    if (mark !== undefined) return mark;
  }
  return undefined;
}
