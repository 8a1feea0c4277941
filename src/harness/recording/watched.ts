import { quietly, type ReadNotes } from './readNotes.ts';

/** Who watches what is read of a value. */
export interface Watcher {
  readonly notes: ReadNotes;
  /** Another form of a part of the value, of which is noted what is read. */
  of(part: object, segments: readonly string[]): object;
  /** What becomes JSON in the place of a watched part. */
  written(part: object, segments: readonly string[]): object;
}

/** By watched object, who watches it, and where it stands. */
const watched = new WeakMap<object, { readonly watcher: Watcher; readonly steps: readonly string[] }>();

/** From now on an object is known to be watched. */
export function register(part: object, segments: readonly string[], watcher: Watcher): void {
  watched.set(part, { watcher, steps: segments });
}

/** A clone of something watched, which is watched, too; undefined for everything else. */
export function cloneWatched(value: unknown, clone: (value: object) => object): object | undefined {
  const found = typeof value === 'object' && value !== null ? watched.get(value) : undefined;
  return found?.watcher.of(clone(unwatch(value as object)), found.steps);
}

/** A watched part as it stands, as plain data. */
export function unwatch(part: object): object {
  return quietly(() => plain(part)) as object;
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (!watched.has(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
