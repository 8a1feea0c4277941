import { entrySize } from 'connect-cases-contracts';
import { caseUpdated } from 'connect-cases-contracts/arbitraries';
import fc from 'fast-check';
import { carefulEvents } from '../generators/carefulFastCheck.mjs';
import { documentedEvents } from '../generators/documentedFastCheck.mjs';
import { median } from '../lib/measure.mjs';
import { Tally } from '../lib/tally.mjs';
import { number } from '../report/format.mjs';
import { failingPredicates } from './failingPredicates.mjs';

/** Seconds after which the search for a smaller event stops. */
const LIMIT = 20;

/** The fields and characters of the peers' events: up to slightly less than the largest entry. */
const mixed = { fields: [0, 250], characters: [0, 1600], mixed: true };

const contestants = [
  { name: 'ours', ours: true, seeds: [1, 2, 3, 4, 5], arbitraryFor: (options) => caseUpdated(options) },
  { name: 'fast-check, with care', seeds: [1, 2, 3], arbitraryFor: () => carefulEvents(mixed) },
  { name: 'fast-check, as documented', seeds: [1], arbitraryFor: () => documentedEvents(mixed) },
];

/** The time until a failure is fully shrunk. */
export function shrinking({ smoke }) {
  const played = (smoke ? contestants.slice(0, 1) : contestants).map((contestant) => ({
    ...contestant,
    results: failingPredicates.map((predicate) => resultOf(contestant, predicate, smoke)),
  }));
  return {
    title: 'The smallest witness of a failure',
    text: `\`fc.check\` of up to ${RUNS} events with a predicate that fails. *Calls* are those of the predicate from the first
failure on, that one included; *found at* is the number of that event; medians over seeds. The peers cannot pin a size:
theirs may shrink below it. Every event is
checked, and *ms* leaves that out. A search that takes ${LIMIT} s with the checks is given up.`,
    tables: failingPredicates.map(({ name }, index) => ({
      caption: name,
      columns: ['generator', 'calls', 'ms', 'found at', 'bytes of the witness', 'seeds'],
      rows: played.map(({ name, results, seeds }) => rowOf(name, results[index], smoke ? 1 : seeds.length)),
    })),
    measured: { pinnedCalls: played[0].results[0].calls },
    faults: played[0].results.flatMap(({ fault = [] }) => fault),
  };
}

const RUNS = 1000;

function resultOf({ ours = false, seeds, arbitraryFor }, { name, options, fails }, smoke) {
  const searches = seeds
    .slice(0, smoke ? 1 : undefined)
    .map((seed) => search(arbitraryFor(options), fails, seed, ours ? options.bytes : undefined));
  const [missed] = searches.filter(({ verdict }) => verdict !== undefined);
  const result = Object.fromEntries(
    ['calls', 'wall', 'foundAt', 'bytes'].map((key) => [key, median(searches.map((each) => each[key]))]),
  );
  const instead = missed?.verdict ?? searches.find((each) => each.instead !== undefined)?.instead;
  return { ...result, instead, ...(ours && instead !== undefined ? { fault: `${name}: ${instead}` } : {}) };
}

/** Searches with one seed. The clock stops while an event is checked. */
function search(arbitrary, fails, seed, exactly) {
  const tally = new Tally(exactly);
  let calls = 0;
  let foundAt = 0;
  let since = performance.now();
  let wall = 0;
  const property = fc.property(arbitrary, (event) => {
    const failing = fails(event);
    if (failing && calls === 0) since = performance.now();
    if (calls > 0 || failing) calls++;
    else foundAt++;
    wall = performance.now() - since;
    tally.add(event);
    since = performance.now() - wall;
    return !failing;
  });
  const { failed, interrupted, counterexample } = fc.check(property, {
    seed,
    numRuns: RUNS,
    interruptAfterTimeLimit: LIMIT * 1000,
    markInterruptAsFailure: true,
  });
  return {
    calls,
    wall,
    foundAt: foundAt + 1,
    bytes: counterexample == null ? Number.NaN : entrySize(counterexample[0]),
    ...endOf(),
  };

  function endOf() {
    if (!tally.allValid) return { verdict: tally.verdict };
    if (calls === 0)
      return { instead: failed ? `not found in ${LIMIT} s, ${foundAt} events` : `not found in ${foundAt} events` };
    const without = `${number(wall / 1000)} s without the checks`;
    return interrupted ? { instead: `not in ${LIMIT} s (${without}), ${calls.toLocaleString('en')} calls` } : {};
  }
}

function rowOf(name, { instead, calls, wall, foundAt, bytes }, seeds) {
  if (instead !== undefined) return [name, instead];
  return [name, calls.toLocaleString('en'), number(wall), foundAt, bytes.toLocaleString('en'), seeds];
}
