import { oursOf } from '../generators/ours.mjs';
import { race } from '../lib/race.mjs';
import { number } from '../report/format.mjs';

const fieldCounts = [1, 4, 16, 64, 200, 400];
const kilobytes = [4, 16, 64, 256, 1024];

/** How the cost of one of our events grows with its fields, and with its bytes. */
export function growth({ smoke }) {
  const options = smoke ? { rounds: 1, warm: 1 } : { rounds: 21 };
  const byFields = race(
    fieldCounts.map((fields) => oursOf(`${fields}`, { texts: fields })),
    {},
    options,
  );
  const byBytes = race(
    kilobytes.map((size) => oursOf(`${size} KB`, { bytes: size * 1024 })),
    {},
    options,
  );
  return {
    title: 'Growth',
    text: 'Typical events of ours: of domains of so many text fields, and of the example domain in exact sizes.',
    tables: [
      { columns: ['fields', ...columns], rows: rowsOf(byFields) },
      { columns: ['entry size', ...columns], rows: rowsOf(byBytes) },
    ],
    measured: {},
    faults: [...byFields, ...byBytes].flatMap(({ fault = [] }) => [fault].flat()),
  };
}

const columns = ['µs', '× the first', 'bytes, × the first', '× stringify'];

function rowsOf([first, ...others]) {
  return [first, ...others].map(({ name, instead, micros, meanBytes, timesWrite }) =>
    instead !== undefined
      ? [name, instead]
      : [name, ...[micros, micros / first.micros, meanBytes / first.meanBytes, timesWrite].map(number)],
  );
}
