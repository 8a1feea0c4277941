import type { NotGiven } from './domainWithoutFields.ts';

/**
 * What `tsc` prints when it refuses a path. A compiler's message shows the arguments of a type's name, and nothing else
 * that a package can choose: so this sentence is one of them.
 */
export type Advice<D, Sentence extends string> = D extends NotGiven
  ? 'without { domain } as the third argument, a table reads no field and no content of related items'
  : Sentence;

/** Of a row of a case event. */
export type CaseAdvice<D> = Advice<
  D,
  'paths are relative to detail; fields must be in includedData; lists declared elsewhere need `as const`'
>;

/** Of a row of one related item type. */
export type ItemAdvice<D> = Advice<
  D,
  'paths are relative to detail; content must be in includedData; lists declared elsewhere need `as const`'
>;

/** Of a row of all related item types. */
export type EveryItemAdvice =
  'paths are relative to detail; content is read by item type, as in { Comment: [...], otherwise: ignored }';
