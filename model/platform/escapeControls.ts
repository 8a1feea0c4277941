/** Control characters except tabs and line ends, direction marks, and lone surrogates. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Commands of CI services: `::` at the beginning of a line (GitHub), `##[` and `##vso[` anywhere. */
const COMMAND = /^(?:[^\S\n]*):(?=:)|#(?=#\w*\[)/gm;

/**
 * Makes any text safe to print. Characters that a terminal or CI service takes for a command become JSON escapes such
 * as `\u001b`. Line ends stay.
 */
export function escapeControls(text: string): string {
  return text
    .replace(UNSEEN, escapeCharacter)
    .replace(COMMAND, (start) => start.slice(0, -1) + escapeCharacter(start.slice(-1)));
}

/** Makes a name safe to print on one line: a second line could pass for one of ours. */
export function toOneLine(text: string): string {
  return escapeControls(text).replaceAll('\n', '\\n');
}

/** Makes JSON safe to print without changing its meaning. */
export function escapeJson(json: string): string {
  return json.replace(UNSEEN, escapeCharacter).replace(/#(?=#\w*\[)/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
