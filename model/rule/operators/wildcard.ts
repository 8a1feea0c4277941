import type { JsonNode, Place } from '../json/jsonNode.ts';
import { refusePattern } from '../json/refusePattern.ts';
import { type Condition, compareStrings } from './condition.ts';
import { requireString } from './operator.ts';

/** `{ "wildcard": "a*" }`. */
export function wildcard(operand: JsonNode, place: Place): Condition {
  const text = requireString(operand, place);
  const pieces = splitAtStars(text, place);
  const examples = [pieces.join(''), pieces.join('1')];
  return compareStrings(testWildcard(text, place), examples, pieces.length === 1 ? {} : { pieces });
}

/** Whether a value is this text, in which each `*` stands for any characters, even none. */
export function testWildcard(text: string, place: Place): (value: string) => boolean {
  const [first = '', ...others] = splitAtStars(text, place);
  const last = others.pop();
  if (last === undefined) return (value) => value === first;
  return (value) => {
    if (value.length < first.length + last.length || !value.startsWith(first) || !value.endsWith(last)) return false;
    let at = first.length;
    for (const piece of others) {
      const found = value.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return at <= value.length - last.length;
  };
}

function splitAtStars(text: string, place: Place): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < text.length; at++) {
    const [character, next] = [text.charAt(at), text.charAt(at + 1)];
    if (character === '*') {
      if (next === '*') refuse(text, place, `the character ${at + 1} is a * before another`);
      pieces.push(piece);
      piece = '';
    } else if (character === '\\') {
      if (next !== '*' && next !== '\\') refuse(text, place, `the character ${at + 1} is a \\ before neither * nor \\`);
      piece += next;
      at += 1;
    } else {
      piece += character;
    }
  }
  return [...pieces, piece];
}

function refuse(text: string, place: Place, because: string): never {
  return refusePattern(
    place,
    { kind: 'string', text },
    {
      allowed: 'text with * for any characters, \\* for a star and \\\\ for a backslash',
      because: `In it ${because}`,
      todo: 'In JSON each backslash is written twice',
    },
  );
}
