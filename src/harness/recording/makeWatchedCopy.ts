import { isObjectOrList } from '../../../model/values/isObjectOrList.ts';
import { register, unwatch, type Watcher } from './watched.ts';

/** Node's hook for custom printing, the same in every realm. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * A copy whose members record reads. Unlike a proxy it can be cloned and sent to workers. Its prototype is a proxy of
 * the usual one, which observes reads of absent members, JSON writing and printing. It does not observe tests for
 * presence and the listing of names.
 */
export function makeWatchedCopy(value: object, segments: readonly string[], watcher: Watcher): object {
  const members = watcher.notes.objectAt(segments, Object.keys(value));
  const copy: object = Array.isArray(value) ? [] : Object.create(copyPrototype(segments, watcher, () => copy));
  register(copy, segments, watcher);
  for (const [key, part] of Object.entries(value)) {
    let member: unknown = isObjectOrList(part) ? makeWatchedCopy(part, [...segments, key], watcher) : part;
    Object.defineProperty(copy, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        watcher.notes.note(members, key);
        return member;
      },
      set: (other) => {
        member = other;
      },
    });
  }
  return copy;
}

function copyPrototype(segments: readonly string[], watcher: Watcher, copy: () => object): object {
  return new Proxy(Object.prototype, {
    get(target, key, receiver) {
      if (key === 'toJSON') return () => watcher.noteWritten(copy(), segments);
      if (key === INSPECT) return () => unwatch(copy());
      if (typeof key === 'string' && !Reflect.has(target, key)) watcher.notes.noteMissed(segments, key);
      return Reflect.get(target, key, receiver);
    },
    has(target, key) {
      if (typeof key === 'string' && !Reflect.has(target, key)) watcher.notes.noteMissed(segments, key);
      return Reflect.has(target, key);
    },
    // An object with this prototype is an instance of Object.
    getPrototypeOf: (target) => target,
  });
}
