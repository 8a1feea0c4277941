/** A JSON value, with or without the matcher nodes of Pact's integration JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Values of the same JSON types, with at least the same keys; it holds for everything below it too. */
export function byType(value: Json): Json {
  return { 'pact:matcher:type': 'type', value };
}

/** Exactly this value, whatever stands above it. */
export function exactly(value: Json): Json {
  return { 'pact:matcher:type': 'equality', value };
}

/** A text in one of the spellings given. */
export function spelled(value: Json, spellings: readonly string[]): Json {
  // A regex alone also takes numbers whose text matches; type makes it a text.
  return { 'pact:matcher:type': [{ 'pact:matcher:type': 'type' }, regex(matchAny(spellings))], value };
}

/** A list of any length from one on, whose elements are like the first one given. */
export function oneOrMore(list: Json): Json {
  return { 'pact:matcher:type': 'type', min: 1, value: list };
}

/** An object whose keys, if any, are among those given; what the keys hold is not looked at. */
export function keysAmong(value: Json, keys: readonly string[]): Json {
  // `eachKey` wants an example key beside its rule, and gives it no meaning.
  return { 'pact:matcher:type': 'eachKey', rules: [{ ...regex(matchAny(keys)), value: keys[0] as string }], value };
}

/** An object with any keys, or none, whose values are like the values given. */
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
