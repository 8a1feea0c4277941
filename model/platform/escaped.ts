/** Controls but for tabs and line ends, what turns the direction of a line, and halves of surrogate pairs. */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** What CI services take for a command: `::` at the beginning of a line of GitHub's, `##[` and `##vso[` anywhere. */
const COMMAND = /^(?:[^\S\n]*):(?=:)|#(?=#\w*\[)/gm;

/**
 * A text as it may be printed, whoever wrote it: what a terminal or a CI service would take for a command is written as
 * JSON writes it, `\u001b`. Line ends stay.
 */
export function escaped(text: string): string {
  return text
    .replace(UNSEEN, escapeCharacter)
    .replace(COMMAND, (start) => start.slice(0, -1) + escapeCharacter(start.slice(-1)));
}

/** The same of a name, which is one line whatever is in it: a further line would look like one of ours. */
export function oneLine(text: string): string {
  return escaped(text).replaceAll('\n', '\\n');
}

/** JSON as it may be printed: it says the same. */
export function escapedJson(json: string): string {
  return json.replace(UNSEEN, escapeCharacter).replace(/#(?=#\w*\[)/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
