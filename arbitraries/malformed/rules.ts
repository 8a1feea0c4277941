import { removeProperty, replaceValue } from './corrupt.ts';
import type { Defect } from './defect.ts';

/** Defects of a required text of 1 to `most` characters. */
export function listRequiredTextDefects(segments: readonly string[], most: number): Defect[] {
  return [removeProperty(...segments), ...listOptionalTextDefects(segments, most)];
}

/** Defects of an optional text of 1 to `most` characters. */
export function listOptionalTextDefects(segments: readonly string[], most: number): Defect[] {
  return [...listWordDefects(segments), replaceValue('too long', segments, 'x'.repeat(most + 1))];
}

/** Defects of a required text that must not be empty. */
export function listRequiredWordDefects(segments: readonly string[]): Defect[] {
  return [removeProperty(...segments), ...listWordDefects(segments)];
}

/** Defects of an optional text that must not be empty. */
export function listWordDefects(segments: readonly string[]): Defect[] {
  return [
    replaceValue('a number', segments, 7),
    replaceValue('null', segments, null),
    replaceValue('empty', segments, ''),
  ];
}

/** Defects of a required instant. */
export function listRequiredInstantDefects(segments: readonly string[]): Defect[] {
  return [removeProperty(...segments), ...listOptionalInstantDefects(segments)];
}

/** Defects of an optional instant: texts that are no ISO 8601 instant in UTC. */
export function listOptionalInstantDefects(segments: readonly string[]): Defect[] {
  return [
    replaceValue('a number', segments, 1_647_472_617_893),
    replaceValue('no instant', segments, 'yesterday'),
    replaceValue('without a zone', segments, '2022-03-16T23:16:57.893'),
    replaceValue('on a day that does not exist', segments, '2022-02-30T23:16:57.893Z'),
    replaceValue('of ten fraction digits', segments, '2022-03-16T23:16:57.8932114567Z'),
  ];
}

/** Values that are no object. */
export function listObjectDefects(segments: readonly string[]): Defect[] {
  return [
    replaceValue('null', segments, null),
    replaceValue('a text', segments, '{}'),
    replaceValue('a number', segments, 7),
  ];
}

/** Values that are no list of texts. */
export function listTextListDefects(segments: readonly string[]): Defect[] {
  return [
    replaceValue('a text', segments, 'status'),
    replaceValue('null', segments, null),
    replaceValue('with a number', segments, [1]),
    replaceValue('with an empty text', segments, ['']),
  ];
}
