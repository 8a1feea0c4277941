import { type ReadNotes, runQuietly } from './readNotes.ts';

/** Records the reads of a value. */
export interface Watcher {
  readonly notes: ReadNotes;
  /** Another form of a part of the value, with recorded reads. */
  of(part: object, segments: readonly string[]): object;
  /** The JSON form of a recorded part. */
  noteWritten(part: object, segments: readonly string[]): object;
}

/** The recorder of each recorded object, and the object's place. */
const watched = new WeakMap<object, { readonly watcher: Watcher; readonly segments: readonly string[] }>();

/** Registers an object as recorded. */
export function register(part: object, segments: readonly string[], watcher: Watcher): void {
  watched.set(part, { watcher, segments });
}

/** A clone of a recorded object, recorded too; undefined for everything else. */
export function cloneWatched(value: unknown, clone: (value: object) => object): object | undefined {
  const found = typeof value === 'object' && value !== null ? watched.get(value) : undefined;
  return found?.watcher.of(clone(unwatch(value as object)), found.segments);
}

/** A recorded part as plain data. */
export function unwatch(part: object): object {
  return runQuietly(() => toPlain(part)) as object;
}

function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (!watched.has(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toPlain(part)]));
}
