import { percent } from './format.mjs';

/**
 * The aims of the project: ratios within one run, except those in ms. `of` extracts them from the measurements. A large
 * event of the example domain has as many fields as its texts need. The tables also show events of a domain with 250
 * text fields, for comparison with the peers.
 */
const aims = [
  atMost('typical event, catalogue keys, × stringify', 0.5, (all) => all['ours, typical, 1.8 KB']?.timesWrite),
  atMost('typical event, fresh keys, × stringify', 2, (all) => all['ours, typical, fresh keys, 1.8 KB']?.timesWrite),
  atMost('exactly 256 KB, pooled, × stringify', 0.03, (all) => all['ours, pooled, example domain, 256 KB']?.timesWrite),
  atMost(
    'exactly 256 KB, every byte and key fresh, × stringify',
    0.5,
    (all) => all['ours, every byte fresh, 256 KB']?.timesWrite,
  ),
  faster('catalogue keys', 'ours, typical', '1.8 KB', 15),
  faster('catalogue keys', 'ours, pooled, example domain', '64 KB', 25),
  faster('catalogue keys', 'ours, pooled, example domain', '256 KB', 50),
  faster('fresh keys', 'ours, typical, fresh keys', '1.8 KB', 5),
  faster('fresh keys', 'ours, fresh keys', '64 KB', 10),
  faster('fresh keys', 'ours, fresh keys', '256 KB', 10),
  atMost('first 100 events of 256 KB in a new process, ms CPU', 10, (all) => all.firstHundred),
  atMost('smallest witness of "more than 16 fields", pinned: calls', 40, (all) => all.pinnedCalls),
  atMost('`require` of the main entry beyond fast-check, ms CPU', 5, (all) => all.requiring),
  atMost('`import` of the main entry beyond fast-check, ms CPU', 5, (all) => all.importing),
  atMost('100 events in `verify`, large ones left out, × one warm write of Pact', 2, (all) => all.verifyOverWrite),
  atMost('a default `verify`, × one that records no reads', 1.1, (all) => all.recording),
  atMost('a typical event pattern, one decision, × stringify', 0.4, (all) => all.matchOverStringify),
  atMost('heap that 10,000 events of 256 KB leave behind, MB', 1, (all) => all.liveGrowth),
  // V8's nursery alone grows up to 48 MB.
  atMost('peak memory from the 1,000th to the 10,000th such event, MB', 48, (all) => all.peakGrowth),
];

/** The aims with their measurements, including those that this run skipped. */
export function heldAgainst(measured) {
  return aims.map(({ what, aim, of, met, note }) => {
    const value = of(measured);
    if (value === undefined) return { what, aim };
    return { what, aim, value, met: met(value), note: note?.(measured) };
  });
}

function atMost(what, limit, of) {
  return { what, aim: `≤ ${limit}`, of, met: (value) => value <= limit };
}

/** Our generator against careful fast-check. */
function faster(kind, name, size, times) {
  const costs = (all) => [`fast-check, with care, ${size}`, `${name}, ${size}`].map((row) => all[row]?.microsPerKB);
  return {
    what: `${size}, ${kind}: times faster than careful fast-check, by the byte`,
    aim: `≥ ${times}`,
    of: (all) => {
      const [careful, own] = costs(all);
      return careful === undefined || own === undefined ? undefined : careful / own;
    },
    met: (value) => value >= times,
    note: (all) => (kind === 'fresh keys' ? `${percent(all[`${name}, ${size}`].newKeys)} of the keys new` : undefined),
  };
}
