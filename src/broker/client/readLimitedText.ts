/** The most bytes read of an unpacked answer: the largest pacts have about 25 MB. */
export const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;

/** Thrown for an answer with more bytes. */
export class AnswerTooLarge extends Error {}

/**
 * The text of an answer, read in chunks, so that a small compressed answer cannot fill the memory.
 * @throws AnswerTooLarge
 */
export async function readLimitedText(
  body: AsyncIterable<Uint8Array> | null,
  most: number = MAX_RESPONSE_BYTES,
): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > most) throw new AnswerTooLarge(`more than ${most.toLocaleString('en')} bytes, unpacked`);
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
