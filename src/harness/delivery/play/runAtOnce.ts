import type { Interleaving } from './interleaving.ts';

/** Does some works at once; an interleaving hands out their turns. */
export function runAtOnce<Outcome>(
  works: readonly (() => Promise<Outcome>)[],
  interleaving: Interleaving | undefined,
): Promise<Outcome[]> {
  return interleaving === undefined ? Promise.all(works.map((work) => work())) : interleaving.run(works);
}
