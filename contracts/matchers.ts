/** A JSON value, with or without the matcher nodes of Pact's integration JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Matches values of the same JSON types with at least the same keys, at every level below. */
export function byType(value: Json): Json {
  return { 'pact:matcher:type': 'type', value };
}

/** Matches exactly this value, whatever matcher applies above it. */
export function exactly(value: Json): Json {
  return { 'pact:matcher:type': 'equality', value };
}

/** Matches a text in one of the given spellings. */
export function spelled(value: Json, spellings: readonly string[]): Json {
  // A regex alone also accepts numbers whose text matches; type requires a text.
  return { 'pact:matcher:type': [{ 'pact:matcher:type': 'type' }, regex(matchAny(spellings))], value };
}

/** Matches a list of at least one element, each like the first given one. */
export function oneOrMore(list: Json): Json {
  return { 'pact:matcher:type': 'type', min: 1, value: list };
}

/** Matches an object whose keys, if any, are among the given ones. It ignores their values. */
export function keysAmong(value: Json, keys: readonly string[]): Json {
  // `eachKey` requires an example key beside its rule, and ignores it.
  return { 'pact:matcher:type': 'eachKey', rules: [{ ...regex(matchAny(keys)), value: keys[0] as string }], value };
}

/** Matches an object with any keys, or none, and values like the given ones. */
export function anyKeys(value: Json): Json {
  return { 'pact:matcher:type': 'values', value };
}

function regex(pattern: string): { readonly [key: string]: Json } {
  return { 'pact:matcher:type': 'regex', regex: pattern };
}

function matchAny(words: readonly string[]): string {
  const escaped = [...new Set(words)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `^(${escaped.join('|')})$`;
}
