import { limits } from '../../facts/limits.ts';
import { InvalidArgumentError } from '../../values/invalidArgument.ts';
import type { JsonMember, JsonNode } from './jsonNode.ts';
import { refuseDepth } from './refusePattern.ts';

/**
 * Reads JSON, and keeps what `JSON.parse` loses: repeated names and the digits of numbers. As AWS does, it stops after
 * the first value.
 * @throws InvalidArgumentError with the character that does not belong there
 */
export function parseJson(text: string): JsonNode {
  return readValue({ text, at: 0, depth: 0 });
}

interface Reader {
  readonly text: string;
  at: number;
  /** How many objects and lists are open. */
  depth: number;
}

const BLANKS = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

function readValue(reader: Reader): JsonNode {
  if (take(reader, '{')) return { kind: 'object', members: readList(reader, '}', readMember) };
  if (take(reader, '[')) return { kind: 'list', items: readList(reader, ']', readValue) };
  const text = readString(reader);
  if (text !== undefined) return { kind: 'string', text };
  const number = scan(reader, NUMBER);
  if (number !== undefined) return { kind: 'number', text: number };
  const word = scan(reader, WORD);
  if (word !== undefined) return { kind: 'word', value: JSON.parse(word) as boolean | null };
  return refuse(reader, 'a value');
}

function readMember(reader: Reader): JsonMember {
  scan(reader, BLANKS);
  const name = readString(reader) ?? refuse(reader, 'a name in double quotes');
  if (!take(reader, ':')) refuse(reader, 'a colon');
  return { name, value: readValue(reader) };
}

function readString(reader: Reader): string | undefined {
  const { at } = reader;
  const written = scan(reader, STRING);
  try {
    return written === undefined ? undefined : (JSON.parse(written) as string);
  } catch {
    return refuse({ ...reader, at }, 'a string without control characters and unknown escapes');
  }
}

function readList<Item>(reader: Reader, end: string, read: (reader: Reader) => Item): Item[] {
  const items: Item[] = [];
  if (take(reader, end)) return items;
  reader.depth += 1;
  if (reader.depth > limits.patternDepth) refuseDepth(reader.text);
  do items.push(read(reader));
  while (take(reader, ','));
  if (!take(reader, end)) refuse(reader, `a comma or ${end}`);
  reader.depth -= 1;
  return items;
}

function take(reader: Reader, character: string): boolean {
  scan(reader, BLANKS);
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function scan(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  reader.at += found?.length ?? 0;
  return found;
}

function refuse({ text, at }: Reader, expected: string): never {
  const found = at < text.length ? `has ${JSON.stringify(text.slice(at, at + 10))}` : 'ends';
  throw new InvalidArgumentError({
    argument: 'pattern',
    root: 'pattern',
    received: text,
    allowed: 'an event pattern as JSON',
    because: `At character ${at + 1} it ${found}, where ${expected} belongs`,
    todo: 'JSON has no comments, no trailing commas and no single quotes',
  });
}
