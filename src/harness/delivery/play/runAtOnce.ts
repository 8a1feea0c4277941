import type { DownstreamWatch } from '../../downstream/downstreamWatch.ts';

/** Runs several works at once; fast-check's scheduler may put what they call in order. */
export function runAtOnce<Outcome>(
  works: readonly (() => Promise<Outcome>)[],
  downstream: DownstreamWatch | undefined,
): Promise<Outcome[]> {
  return downstream === undefined ? Promise.all(works.map((work) => work())) : downstream.runAtOnce(works);
}
