/**
 * The source of a regular expression for a text in any case, as AWS compares: each character of the pattern stands for
 * its own lower and upper case, and no other character does. AWS's engine takes a half of a surrogate pair for `?`.
 */
export function ignoreCase(text: string): string {
  return text
    .split('')
    .map((character) => `(?:${listCases(character).map(escapeForRegExp).join('|')})`)
    .join('');
}

function listCases(character: string): string[] {
  if (/[\ud800-\udfff]/.test(character)) return ['?'];
  return [...new Set([character.toLowerCase(), character.toUpperCase()])];
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
