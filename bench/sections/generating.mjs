import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/lib/command.mjs';
import { median } from '../lib/measure.mjs';
import { Tally } from '../lib/tally.mjs';
import { megabytes, number } from '../report/format.mjs';

/** `connect-cases generate` against a process that writes the same bytes from memory. */
export async function generating({ smoke }) {
  const title = '`connect-cases generate`';
  const dir = mkdtempSync(path.join(tmpdir(), 'connect-cases-bench-'));
  try {
    const kinds = [{ count: smoke ? 50 : 20_000 }, { bytes: 262_144, count: smoke ? 5 : 400 }];
    const results = [];
    for (const kind of kinds) results.push(await resultOf(kind, dir, smoke ? 1 : 3));
    return {
      title,
      text: `Whole processes, from their start to their end, into a file; the other one writes the same bytes in pieces of 1 MB
from memory, filled once.`,
      tables: [
        {
          columns: ['events', 'bytes each', 'MB', 'MB/s', 'MB/s from memory', 'memory is faster, ×'],
          rows: results.map(rowOf),
        },
      ],
      measured: {},
      faults: results.flatMap(({ faults }) => faults),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('connect-cases-contracts')), 'cli.cjs');

async function resultOf({ bytes, count }, dir, times) {
  const [out, other] = [path.join(dir, 'out.ndjson'), path.join(dir, 'other')];
  const options = { type: 'CASE.UPDATED', count, out, ...(bytes === undefined ? {} : { bytes }) };
  const args = ['--force', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`])];
  const writer = path.resolve(import.meta.dirname, '..', 'processes', 'writeBytes.mjs');
  const [generated, written] = [[], []];
  let size = 0;
  for (let time = 0; time < times; time++) {
    generated.push(await secondsOf([cli, 'generate', ...args]));
    size = readFileSync(out).length;
    written.push(await secondsOf([writer, other, `${size}`]));
    writeFileSync(other, '');
  }
  return {
    bytes,
    count,
    size,
    generated: median(generated),
    written: median(written),
    faults: faultsIn(out, count, bytes),
  };
}

async function secondsOf(args) {
  const began = performance.now();
  await run(process.execPath, args);
  return (performance.now() - began) / 1000;
}

function faultsIn(file, count, bytes) {
  const tally = new Tally(bytes);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  for (const line of lines) tally.add(JSON.parse(line));
  if (lines.length !== count) return [`${lines.length} lines instead of ${count}`];
  return tally.allValid ? [] : [tally.verdict];
}

function rowOf({ bytes, count, size, generated, written }) {
  const speed = (seconds) => number(size / 2 ** 20 / seconds);
  return [
    count.toLocaleString('en'),
    bytes === undefined ? 'typical' : bytes.toLocaleString('en'),
    megabytes(size),
    speed(generated),
    speed(written),
    number(generated / written),
  ];
}
