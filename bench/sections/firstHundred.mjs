import { carefulFastCheck } from '../generators/carefulFastCheck.mjs';
import { documentedFastCheck } from '../generators/documentedFastCheck.mjs';
import { ours, oursOfExample } from '../generators/ours.mjs';
import { fresh } from '../lib/fresh.mjs';
import { maximum } from '../lib/sizes.mjs';
import { number } from '../report/format.mjs';

/** The cost of a test run's first 100 events of the largest size, without compiled code and filled pools. */
export async function firstHundred({ smoke }) {
  const [pooled, freshKeys] = ours;
  const entries = smoke
    ? [[oursOfExample, 1]]
    : [
        [oursOfExample, 5],
        [pooled, 5],
        [freshKeys, 5],
        [carefulFastCheck, 5],
        [documentedFastCheck, 1],
      ];
  const results = [];
  for (const [{ name, ours: own = false }, times] of entries) {
    results.push({ name, own, times, ...(await fresh('firstEvents.mjs', [name, 100], times)) });
  }
  return {
    title: 'The first 100 events of the largest size',
    text: `${maximum.bytes.toLocaleString('en')} bytes each, in a new process, after the imports, from the construction of the generator on.`,
    tables: [
      {
        columns: ['generator', 'ms CPU', 'ms', 'processes'],
        rows: results.map(({ name, cpu, wall, times, valid, verdict }) =>
          valid ? [name, number(cpu), number(wall), times] : [name, verdict],
        ),
      },
    ],
    measured: { firstHundred: results[0].cpu },
    faults: results.filter(({ own, valid }) => own && !valid).map(({ name, verdict }) => `${name}: ${verdict}`),
  };
}
