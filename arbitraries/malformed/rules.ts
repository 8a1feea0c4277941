import type { Defect } from './defect.ts';
import { instead, without } from './spoil.ts';

/** What breaks the rules of a text of 1 to `most` characters that may not be missing. */
export function requiredText(steps: readonly string[], most: number): Defect[] {
  return [without(...steps), ...optionalText(steps, most)];
}

/** What breaks the rules of a text of 1 to `most` characters, where it is there. */
export function optionalText(steps: readonly string[], most: number): Defect[] {
  return [...word(steps), instead('too long', steps, 'x'.repeat(most + 1))];
}

/** What breaks the rules of a text that only must not be empty. */
export function requiredWord(steps: readonly string[]): Defect[] {
  return [without(...steps), ...word(steps)];
}

/** What is no text, or an empty one. */
export function word(steps: readonly string[]): Defect[] {
  return [instead('a number', steps, 7), instead('null', steps, null), instead('empty', steps, '')];
}

/** What breaks the rules of an instant that may not be missing. */
export function requiredInstant(steps: readonly string[]): Defect[] {
  return [without(...steps), ...optionalInstant(steps)];
}

/** What is no ISO 8601 instant in UTC. */
export function optionalInstant(steps: readonly string[]): Defect[] {
  return [
    instead('a number', steps, 1_647_472_617_893),
    instead('no instant', steps, 'yesterday'),
    instead('without a zone', steps, '2022-03-16T23:16:57.893'),
    instead('on a day that does not exist', steps, '2022-02-30T23:16:57.893Z'),
    instead('of ten fraction digits', steps, '2022-03-16T23:16:57.8932114567Z'),
  ];
}

/** What is no object. */
export function notAnObject(steps: readonly string[]): Defect[] {
  return [instead('null', steps, null), instead('a text', steps, '{}'), instead('a number', steps, 7)];
}

/** What is no list of texts. */
export function notTexts(steps: readonly string[]): Defect[] {
  return [
    instead('a text', steps, 'status'),
    instead('null', steps, null),
    instead('with a number', steps, [1]),
    instead('with an empty text', steps, ['']),
  ];
}
