import { register, type Watcher } from './watched.ts';

/**
 * A proxy that records reads, tests for presence and the listing of names. It cannot be cloned: only for handlers that
 * do not try.
 */
export function makeWatchedView(
  value: object,
  segments: readonly string[],
  watcher: Watcher,
  views: WeakMap<object, object> = new WeakMap(),
): object {
  const known = views.get(value);
  if (known !== undefined) return known;
  const { notes } = watcher;
  const members = notes.objectAt(segments, Object.keys(value));
  const note = (key: string | symbol, how: 'note' | 'noteAsked'): void => {
    // Every loop over a list asks for its length.
    if (typeof key !== 'string' || (key === 'length' && Array.isArray(value))) return;
    if (Object.hasOwn(value, key)) notes[how](members, key);
    else if (!(key in value)) notes.noteMissed(segments, key);
  };
  const view: object = new Proxy(value, {
    get(target, key, receiver) {
      if (key === 'toJSON' && !(key in target)) return () => watcher.noteWritten(view, segments);
      note(key, 'note');
      const part: unknown = Reflect.get(target, key, receiver);
      const below = [...segments, String(key)];
      return typeof part === 'object' && part !== null ? makeWatchedView(part, below, watcher, views) : part;
    },
    has(target, key) {
      note(key, 'noteAsked');
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      note(key, 'noteAsked');
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      notes.noteList(members);
      return Reflect.ownKeys(target);
    },
  });
  views.set(value, view);
  register(view, segments, watcher);
  return view;
}
