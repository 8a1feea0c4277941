import type { NotGiven } from './domainWithoutFields.ts';

/**
 * The sentence that `tsc` prints when it refuses a path. A package cannot choose the compiler's message, but the
 * message shows the arguments of a type's name. So this sentence is such an argument.
 */
export type Advice<D, Sentence extends string> = D extends NotGiven
  ? 'without { domain } as the third argument, a table reads no field and no content of related items'
  : Sentence;

/** The advice for a row of a case event. */
export type CaseAdvice<D> = Advice<
  D,
  'paths are relative to detail; fields must be in includedData; lists declared elsewhere need `as const`'
>;

/** The advice for a row of one related item type. */
export type ItemAdvice<D> = Advice<
  D,
  'paths are relative to detail; content must be in includedData; lists declared elsewhere need `as const`'
>;

/** The advice for a row of all related item types. */
export type EveryItemAdvice =
  'paths are relative to detail; content is read by item type, as in { Comment: [...], otherwise: ignored }';
