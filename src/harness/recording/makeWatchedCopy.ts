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
    let member: unknown = part;
    // Most handlers read a small part of an event, so the copies of its parts wait until they are read.
    let isMade = !isObjectOrList(part);
    const make = (): unknown => {
      if (!isMade) member = makeWatchedCopy(part as object, [...segments, key], watcher);
      isMade = true;
      return member;
    };
    Object.defineProperty(copy, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        watcher.notes.note(members, key);
        return make();
      },
      set: (other) => {
        if (Object.isFrozen(copy)) throw new TypeError(`Cannot assign to read only property '${key}' of object`);
        isMade = true;
        member = other;
      },
    });
  }
  return copy;
}

function copyPrototype(segments: readonly string[], watcher: Watcher, copy: () => object): object {
  // A clone in the making has this prototype, too: it lacks members that are there.
  const noteMissed = (target: object, key: string | symbol): void => {
    if (typeof key !== 'string' || Reflect.has(target, key) || Object.hasOwn(copy(), key)) return;
    watcher.notes.noteMissed(segments, key);
  };
  return new Proxy(Object.prototype, {
    get(target, key, receiver) {
      // A clone may take over the prototype, but has members of its own.
      const isOwn = receiver === copy();
      if (key === 'toJSON' && isOwn) return () => watcher.noteWritten(copy(), segments);
      if (key === INSPECT && isOwn) return () => unwatch(copy());
      if (key === 'toJSON') return undefined;
      noteMissed(target, key);
      return Reflect.get(target, key, receiver);
    },
    has(target, key) {
      noteMissed(target, key);
      return Reflect.has(target, key);
    },
    // An object with this prototype is an instance of Object.
    getPrototypeOf: (target) => target,
  });
}
