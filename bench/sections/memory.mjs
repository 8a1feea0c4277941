import { ours } from '../generators/ours.mjs';
import { fresh } from '../lib/fresh.mjs';
import { maximum } from '../lib/sizes.mjs';
import { Tally } from '../lib/tally.mjs';
import { megabytes, number } from '../report/format.mjs';

/** Whether memory grows with the number of events made. */
export async function memory({ smoke }) {
  const counts = smoke ? [10, 20, 100] : [100, 1000, 10_000];
  const [first, middle, last] = counts;
  const seen = await fresh('peakMemory.mjs', counts, smoke ? 1 : 3);
  const tally = new Tally(maximum.bytes);
  const make = ours[0].maker(maximum);
  // The same events again: checking them there would have distorted the measurement.
  for (let seed = 0; seed < last; seed++) tally.addAll(make(1, seed));
  return {
    title: 'Memory',
    text: `${maximum.bytes.toLocaleString('en')} bytes each, one after the other in a new process, none kept.
*Peak* is the largest resident set until then, *live* the heap after a full collection.`,
    tables: [
      {
        columns: ['events', 'peak, MB', 'live, MB'],
        rows: counts.map((count) => [
          count.toLocaleString('en'),
          megabytes(seen[`peak${count}`]),
          number(seen[`live${count}`] / 2 ** 20),
        ]),
      },
    ],
    measured: {
      peakGrowth: (seen[`peak${last}`] - seen[`peak${middle}`]) / 2 ** 20,
      liveGrowth: (seen[`live${last}`] - seen[`live${first}`]) / 2 ** 20,
    },
    faults: tally.allValid ? [] : [tally.verdict],
  };
}
