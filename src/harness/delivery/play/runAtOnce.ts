import type { Interleaving } from './interleaving.ts';

/** Runs several works at once; an interleaving orders their store calls. */
export function runAtOnce<Outcome>(
  works: readonly (() => Promise<Outcome>)[],
  interleaving: Interleaving | undefined,
): Promise<Outcome[]> {
  return interleaving === undefined ? Promise.all(works.map((work) => work())) : interleaving.run(works);
}
