/**
 * The source of a regular expression for a text in any case, as AWS compares: each character of the pattern stands for
 * its own lower and upper case, and no other character does. AWS's engine takes a half of a surrogate pair for `?`.
 */
export function ignoreCase(text: string): string {
  return text
    .split('')
    .map((character) => `(?:${listLetters(character).map(escapeForRegExp).join('|')})`)
    .join('');
}

/** A text as it is written, in lower and in upper case, and with its first letter alone in upper case. */
export function spellInCases(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return [...new Set([text, lower, text.toUpperCase(), `${lower.charAt(0).toUpperCase()}${lower.slice(1)}`])];
}

function listLetters(character: string): string[] {
  if (/[\ud800-\udfff]/.test(character)) return ['?'];
  return [...new Set([character.toLowerCase(), character.toUpperCase()])];
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
