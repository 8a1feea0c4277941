import { instead, without } from './corrupt.ts';
import type { Defect } from './defect.ts';

/** What breaks the rules of a text of 1 to `most` characters that may not be missing. */
export function requiredText(segments: readonly string[], most: number): Defect[] {
  return [without(...segments), ...optionalText(segments, most)];
}

/** What breaks the rules of a text of 1 to `most` characters, where it is there. */
export function optionalText(segments: readonly string[], most: number): Defect[] {
  return [...word(segments), instead('too long', segments, 'x'.repeat(most + 1))];
}

/** What breaks the rules of a text that only must not be empty. */
export function requiredWord(segments: readonly string[]): Defect[] {
  return [without(...segments), ...word(segments)];
}

/** What is no text, or an empty one. */
export function word(segments: readonly string[]): Defect[] {
  return [instead('a number', segments, 7), instead('null', segments, null), instead('empty', segments, '')];
}

/** What breaks the rules of an instant that may not be missing. */
export function requiredInstant(segments: readonly string[]): Defect[] {
  return [without(...segments), ...optionalInstant(segments)];
}

/** What is no ISO 8601 instant in UTC. */
export function optionalInstant(segments: readonly string[]): Defect[] {
  return [
    instead('a number', segments, 1_647_472_617_893),
    instead('no instant', segments, 'yesterday'),
    instead('without a zone', segments, '2022-03-16T23:16:57.893'),
    instead('on a day that does not exist', segments, '2022-02-30T23:16:57.893Z'),
    instead('of ten fraction digits', segments, '2022-03-16T23:16:57.8932114567Z'),
  ];
}

/** What is no object. */
export function notAnObject(segments: readonly string[]): Defect[] {
  return [instead('null', segments, null), instead('a text', segments, '{}'), instead('a number', segments, 7)];
}

/** What is no list of texts. */
export function notTexts(segments: readonly string[]): Defect[] {
  return [
    instead('a text', segments, 'status'),
    instead('null', segments, null),
    instead('with a number', segments, [1]),
    instead('with an empty text', segments, ['']),
  ];
}
