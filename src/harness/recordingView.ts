import type { Read } from '../event/paths.ts';
import { accessorCopy } from './accessorCopy.ts';

const ANY = '*';

/** A view of an event that notes which properties are read. */
export interface RecordingView {
  readonly event: object;
  /** Whether a path was read: its own property, or all the properties beside it. */
  touched(read: Read): boolean;
}

/**
 * Wraps an event so that reading it is noted; the event itself stays as it is.
 * @param copied gives a copy in place of a proxy, see {@link accessorCopy}
 */
export function recordingView(event: object, copied: boolean = false): RecordingView {
  const noted = new Set<string>();
  return {
    event: copied ? accessorCopy(event, (steps) => noted.add(keyOf(steps))) : viewOf(event, [], noted, new WeakMap()),
    touched: ({ steps }) => noted.has(keyOf(steps)) || noted.has(keyOf([...steps.slice(0, -1), ANY])),
  };
}

function viewOf<Value extends object>(
  value: Value,
  steps: readonly string[],
  noted: Set<string>,
  views: WeakMap<object, object>,
): Value {
  const known = views.get(value);
  if (known !== undefined) return known as Value;
  const note = (key: string | symbol): void => {
    if (typeof key === 'string') noted.add(keyOf([...steps, key]));
  };
  const view = new Proxy(value, {
    get(target, key, receiver) {
      note(key);
      const part: unknown = Reflect.get(target, key, receiver);
      return typeof part === 'object' && part !== null ? viewOf(part, [...steps, String(key)], noted, views) : part;
    },
    has(target, key) {
      note(key);
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      note(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      note(ANY);
      return Reflect.ownKeys(target);
    },
  });
  views.set(value, view);
  return view;
}

function keyOf(steps: readonly string[]): string {
  return JSON.stringify(steps);
}
