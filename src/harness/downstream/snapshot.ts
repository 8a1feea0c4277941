import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';

const { types } = loadNodeModule('node:util');
const { Buffer } = loadNodeModule('node:buffer');

/** The deepest level, and the most values, of a snapshot. */
const DEEPEST = 24;
const MOST = 20_000;

/**
 * A value as plain data that JSON holds, for comparing and showing. It never throws. A text in brackets, such as
 * `[stream]`, replaces what has no data or cannot be read. Bytes become base64.
 */
export function snapshot(value: unknown): unknown {
  return new Snapshot().copy(value, []);
}

class Snapshot {
  #left = MOST;

  copy(value: unknown, around: readonly object[]): unknown {
    if (value === undefined) return null;
    switch (typeof value) {
      case 'bigint':
        return `${value}n`;
      case 'number':
        return Number.isFinite(value) ? value || 0 : String(value);
      case 'symbol':
        return '[symbol]';
      case 'function':
        return '[function]';
      case 'object':
        return value === null ? null : this.#copyObject(value, around);
      default:
        return value;
    }
  }

  #copyObject(value: object, around: readonly object[]): unknown {
    if (around.includes(value)) return '[circular]';
    if (around.length >= DEEPEST || --this.#left < 0) return '[more]';
    try {
      const within = [...around, value];
      return this.#copyOdd(value, within) ?? this.#copyMembers(value, within);
    } catch {
      return '[unreadable]';
    }
  }

  /** Undefined for lists and objects that are copied member by member. */
  #copyOdd(value: object, within: readonly object[]): unknown {
    if (Array.isArray(value)) return undefined;
    if (types.isDate(value)) return Number.isNaN(value.getTime()) ? '[invalid date]' : value.toISOString();
    if (types.isNativeError(value)) return { name: value.name, message: value.message };
    if (types.isAnyArrayBuffer(value)) return Buffer.from(value as ArrayBuffer).toString('base64');
    if (ArrayBuffer.isView(value)) {
      return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
    }
    if (types.isRegExp(value)) return String(value);
    if (types.isPromise(value)) return '[promise]';
    if (types.isSet(value)) return Array.from(value, (one) => this.copy(one, within));
    const odd = value as { entries?: unknown; pipe?: unknown; getReader?: unknown; toJSON?: unknown };
    if (typeof odd.pipe === 'function' || typeof odd.getReader === 'function') return '[stream]';
    if (typeof odd.toJSON === 'function') return this.copy(odd.toJSON(), within);
    // A map, headers, or the parameters of an address.
    if (Symbol.iterator in value && typeof odd.entries === 'function') {
      const entries = Array.from(odd.entries() as Iterable<readonly [unknown, unknown]>);
      return entries.map((entry) => this.copy(entry, within));
    }
    return undefined;
  }

  #copyMembers(value: object, within: readonly object[]): unknown {
    if (Array.isArray(value)) return Array.from(value, (one) => this.copy(one, within));
    const members = Object.entries(value).filter(([, member]) => member !== undefined && typeof member !== 'function');
    return Object.fromEntries(members.map(([name, member]) => [name, this.copy(member, within)]));
  }
}
