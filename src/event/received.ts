const MOST = 80;

/** What came, on one short line: texts that are long are only counted, objects only named by their properties. */
export function received(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return shortText(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return withProperties(Object.keys(value));
  return typeof value === 'function' ? 'a function' : String(value);
}

/** Names for a message: quoted, at most three, none of them long. */
export function names(words: readonly string[]): string {
  const shown = words.slice(0, 3).map(shortText).join(', ');
  return words.length > 3 ? `${shown} and ${words.length - 3} more` : shown;
}

function shortText(text: string): string {
  return text.length <= MOST ? JSON.stringify(text) : `a text of ${[...text].length.toLocaleString('en')} characters`;
}

function withProperties(keys: readonly string[]): string {
  return keys.length === 0 ? 'an empty object' : `an object with ${names(keys)}`;
}
