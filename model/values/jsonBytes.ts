/**
 * The length in bytes of plain data as compact JSON in UTF-8, without writing it: a fifth of the time. For what has no
 * JSON of its own (undefined, functions, dates), ask `JSON.stringify`.
 */
export function jsonBytes(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return textBytes(value);
    case 'number':
      return Number.isFinite(value) ? String(value).length : 'null'.length;
    case 'boolean':
      return value ? 'true'.length : 'false'.length;
    default:
      if (value === null) return 'null'.length;
      return Array.isArray(value) ? listBytes(value) : objectBytes(value as Record<string, unknown>);
  }
}

function listBytes(list: readonly unknown[]): number {
  let bytes = Math.max('[]'.length, list.length + 1);
  for (const item of list) bytes += jsonBytes(item);
  return bytes;
}

function objectBytes(object: Record<string, unknown>): number {
  let bytes = 1;
  for (const key in object) bytes += textBytes(key) + ':,'.length + jsonBytes(object[key]);
  return Math.max('{}'.length, bytes);
}

/** The same where every character is known to take one byte: no text is looked into, which is most of the work. */
export function plainBytes(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return value.length + 2;
    case 'object': {
      if (value === null) return 'null'.length;
      let bytes = 1;
      if (Array.isArray(value)) for (const item of value) bytes += ','.length + plainBytes(item);
      else for (const key in value) bytes += key.length + '"":,'.length + plainBytes(value[key as never]);
      return Math.max('{}'.length, bytes);
    }
    default:
      return jsonBytes(value);
  }
}

/** Whether every character of some data takes one byte in JSON. */
export function isPlain(value: unknown): boolean {
  return plainBytes(value) === jsonBytes(value);
}

/** The bytes of a text, its quotes included. */
function textBytes(text: string): number {
  let bytes = text.length + 2;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x23 && unit < 0x80) {
      if (unit === BACKSLASH) bytes++;
    } else if (unit < 0x80) bytes += unit >= 0x20 ? Number(unit === QUOTE) : SHORT.has(unit) ? 1 : 5;
    else if (unit < 0x800) bytes++;
    else if (unit < 0xd800 || unit > 0xdfff) bytes += 2;
    else if (unit < 0xdc00 && isLow(text.charCodeAt(index + 1))) {
      // A pair is two units of four bytes.
      bytes += 2;
      index++;
    } else bytes += 5;
  }
  return bytes;
}

const BACKSLASH = 0x5c;
const QUOTE = 0x22;
/** Control characters with an escape of two characters, such as \n; the others have six. */
const SHORT: ReadonlySet<number> = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d]);

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
