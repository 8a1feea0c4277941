import { ours, oursOfExample, oursTypical } from '../generators/ours.mjs';
import { peers } from '../generators/peers.mjs';
import { race } from '../lib/race.mjs';
import { sizes } from '../lib/sizes.mjs';
import { number, percent } from '../report/format.mjs';

/** Our generators and the peers at four sizes, in turns. */
export async function comparison({ smoke }) {
  const generators = await Promise.all(peers.map(prepared));
  const raced = sizes.map((size, index) => ({
    size,
    results: race(
      // Some peers take so long for large events that a short run skips them.
      [...ours, ...(index === 0 ? oursTypical : [oursOfExample]), ...(smoke && index > 1 ? [] : generators)],
      size,
      smoke ? { rounds: 1, warm: 1 } : { rounds: index < 2 ? 41 : 21 },
    ),
  }));
  return {
    title: 'Making an event',
    text,
    tables: raced.map(({ size, results }) => ({ caption: size.name, columns, rows: results.map(rowOf) })),
    measured: Object.fromEntries(
      raced.flatMap(({ size, results }) => results.map((result) => [`${result.name}, ${size.name}`, result])),
    ),
    faults: raced.flatMap(({ size, results }) =>
      results.flatMap(({ fault }) => (fault ? [`${size.name}, ${fault}`] : [])),
    ),
    curves: curvesOf(raced.map(({ results }) => results)),
  };
}

/** If a generator cannot be built, its row gives the reason. */
async function prepared(generator) {
  try {
    await generator.prepare?.();
    return generator;
  } catch (error) {
    return {
      ...generator,
      maker: () => {
        throw error;
      },
    };
  }
}

const text = `CPU time of one CASE.UPDATED event, and what it is as a multiple of the time that \`JSON.stringify\` and
\`JSON.parse\` take for the same events. *New keys*: of the field ids of four events, those that four events before did
not have. *Deflated*: what deflate leaves of eight events; pooled text has little entropy, and here it shows. Ours has
exactly the size (rows with *typical* ask for none); the peers take no size, so theirs is what their fields come to.
The ids in ARNs and the order of times, which no schema can say, are set by hand in the events of schema-driven peers.`;

const columns = ['generator', 'µs', '× stringify', '× parse', 'bytes', 'fields', 'new keys', 'deflated'];

function rowOf({ name, instead, micros, timesWrite, timesParse, meanBytes, meanFields, newKeys, deflated }) {
  if (instead !== undefined) return [name, instead];
  return [
    name,
    ...[micros, timesWrite, timesParse].map(number),
    Math.round(meanBytes).toLocaleString('en'),
    number(meanFields),
    percent(newKeys),
    percent(deflated),
  ];
}

/** The plot's curves: each generator's time at each size, and for comparison JSON of our events. */
function curvesOf(results) {
  const all = results.flat();
  const names = [...new Set(results.at(-1).map(({ name }) => name))];
  const pooled = all.filter(({ name, micros }) => name === ours[0].name && micros !== undefined);
  const curve = (name, points) => ({ name, points: points.map(([bytes, micros]) => ({ bytes, micros })) });
  return [
    ...names.map((name) => ({
      ...curve(
        name,
        all
          .filter((result) => result.name === name && result.micros !== undefined)
          .map(({ meanBytes, micros }) => [meanBytes, micros]),
      ),
      ours: name.startsWith('ours'),
    })),
    {
      ...curve(
        'JSON.stringify',
        pooled.map(({ meanBytes, written }) => [meanBytes, written]),
      ),
      reference: true,
    },
    {
      ...curve(
        'JSON.parse',
        pooled.map(({ meanBytes, parsed }) => [meanBytes, parsed]),
      ),
      reference: true,
    },
  ].filter(({ points }) => points.length > 1);
}
