/** The EventBridge entry size, counted without the product's code: one byte to four for each code point. */
export function entryBytes(event: object): number {
  let bytes = counted.get(event);
  if (bytes === undefined) {
    bytes = count(event);
    counted.set(event, bytes);
  }
  return bytes;
}

const counted = new WeakMap<object, number>();

function count(event: object): number {
  const { source, 'detail-type': detailType, detail, resources } = event as Record<string, unknown>;
  const texts = [source, detailType, JSON.stringify(detail), ...(resources as string[])] as string[];
  return texts.reduce((sum, text) => sum + utf8(text), 14);
}

function utf8(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
