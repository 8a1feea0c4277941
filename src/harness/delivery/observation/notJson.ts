import { show } from '../../../../model/values/invalidArgument.ts';

/** Replaces a value that JSON cannot hold unchanged, such as `NaN`, in a copy of the consumer's data. */
export class NotJson {
  /** A description in words. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A place in a value, as names of members, and the value there. */
export interface InvalidPlace {
  readonly names: readonly string[];
  readonly value: unknown;
}

/** A copy of a value as plain data, and the first place that JSON cannot hold unchanged. */
export interface Copied {
  readonly copy: unknown;
  readonly odd?: InvalidPlace;
}

/** Copies a value; a {@link NotJson} replaces each part that JSON cannot hold unchanged. */
export function copyJson(value: unknown): Copied {
  let odd: InvalidPlace | undefined;
  const copyOf = (inner: unknown, names: readonly string[], around: readonly object[]): unknown => {
    if (isJson(inner, around)) {
      // As in JSON: no -0, and null for a hole.
      if (typeof inner !== 'object' || inner === null) return inner === 0 ? 0 : inner;
      const within = [...around, inner];
      if (Array.isArray(inner))
        return Array.from(inner, (one, place) =>
          place in inner ? copyOf(one, [...names, String(place)], within) : null,
        );
      return Object.fromEntries(
        Object.entries(inner).map(([name, one]) => [name, copyOf(one, [...names, name], within)]),
      );
    }
    odd ??= { names, value: inner };
    return new NotJson(show(inner));
  };
  const copy = copyOf(value, [], []);
  return odd === undefined ? { copy } : { copy, odd };
}

function isJson(value: unknown, around: readonly object[]): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || around.includes(value)) return false;
  return Array.isArray(value) || isPlainObject(value);
}

/** In any realm: jest's sandbox has its own Object. */
function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
