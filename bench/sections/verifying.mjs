import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contractsFor, entrySize, ignored, verify } from 'connect-cases-contracts';
import { parseCaseEvent } from 'connect-cases-contracts/schema';
import { cpuOfAsync, median } from '../lib/measure.mjs';
import { number } from '../report/format.mjs';

const contract = contractsFor('bench', {
  'CASE.CREATED': ignored,
  'CASE.UPDATED': ['case.caseId'],
  'CASE.DELETED': ignored,
  'RELATED_ITEM.CREATED': ignored,
  'RELATED_ITEM.UPDATED': ignored,
  'RELATED_ITEM.DELETED': ignored,
}).find(({ title }) => title.includes('CASE.UPDATED'));

/** The cost of `verify` in a test run, with an empty handler, compared with one write of Pact's own library. */
export async function verifying({ smoke }) {
  const dir = mkdtempSync(path.join(tmpdir(), 'connect-cases-bench-'));
  try {
    const handler = async ({ detail }) => detail.case.caseId;
    const played = (runs) => () => verify(contract, handler, { runs, dir: path.join(dir, 'pacts') });
    const times = await timesOf(
      { write: pactWriter(path.join(dir, 'own')), 0: played(0), 1: played(1), 100: played(100), 10000: played(10_000) },
      smoke ? { rounds: 1, many: 0 } : { rounds: 21, many: 3 },
    );
    const recording = await recordingOf(handler, path.join(dir, 'recorded'), smoke ? 1 : 21);
    return reportOf(
      times,
      recording,
      await sharesOf(smoke ? 100 : 1000, dir),
      await eventsOf(smoke ? 100 : 10_000, dir),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** CPU milliseconds of each task, in turns; the longest task runs only in `many` turns. */
async function timesOf(tasks, { rounds, many }) {
  const seen = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      if (name === '10000' && (round < 0 || round >= many)) continue;
      const { micros } = await cpuOfAsync(task);
      if (round >= 0) seen[name].push(micros / 1000);
    }
  }
  return Object.fromEntries(
    Object.entries(seen).map(([name, all]) => [name, all.length > 0 ? median(all) : undefined]),
  );
}

/** How many times as long a default run takes because it records reads. */
async function recordingOf(handler, dir, rounds) {
  const run = (reads) => () => verify(contract, handler, { reads, dir });
  const { recorded, unrecorded } = await timesOf(
    { recorded: run('fail'), unrecorded: run('off') },
    { rounds, many: 0 },
  );
  return recorded / unrecorded;
}

/** The number of specification V4 in the enumeration of Pact's native library. */
const V4 = 5;

/** One interaction written by Pact's native library, in the process that has loaded it. */
function pactWriter(dir) {
  const require = createRequire(createRequire(import.meta.url).resolve('@pact-foundation/pact/package.json'));
  const { makeConsumerPact } = require('@pact-foundation/pact-core');
  return async () => {
    const pact = makeConsumerPact('bench', 'aws.cases', V4, 'error');
    const message = pact.newAsynchronousMessage('');
    message.expectsToReceive('CASE.UPDATED');
    message.withContents(JSON.stringify({ detail: { case: { caseId: 'a' } } }), 'application/json');
    message.reifyMessage();
    pact.writePactFile(dir);
  };
}

/** For handlers that measure: they read nothing, or the whole event through a schema. */
const unjudged = { ambiguities: 'off', reads: 'off', timeout: 60_000 };

/** CPU microseconds between two calls of the handler, on average: for large events, and for the others. */
async function sharesOf(runs, dir) {
  const sums = { large: { count: 0, micros: 0 }, others: { count: 0, micros: 0 } };
  let before = process.cpuUsage();
  const handler = async (event) => {
    const { user, system } = process.cpuUsage(before);
    const sum = sums[entrySize(event) > LARGE ? 'large' : 'others'];
    sum.count++;
    sum.micros += user + system;
    before = process.cpuUsage();
  };
  await verify(contract, handler, { ...unjudged, runs, dir: path.join(dir, 'shares') });
  return Object.fromEntries(Object.entries(sums).map(([name, { count, micros }]) => [name, micros / count]));
}

/** Bytes above which an event is large: only class `limit` and edges with the longest texts reach it. */
const LARGE = 20_000;

/** The number of events that a handler sees; each is checked. */
async function eventsOf(runs, dir) {
  let events = 0;
  const handler = async (event) => {
    parseCaseEvent(event);
    events++;
  };
  try {
    await verify(contract, handler, { ...unjudged, ambiguities: 'fail', runs, dir: path.join(dir, 'checked') });
    return { runs, events, faults: [] };
  } catch (error) {
    return { runs, events, faults: [error.message] };
  }
}

function reportOf({ write, ...times }, recording, { large, others }, { runs, events, faults }) {
  return {
    title: '`verify`',
    text: `One contract of one path, warm, CPU time, an async handler that answers it. \`runs: 0\` plays the fixed cases and
the other readings and writes the part; what a random event costs is the difference to it. The random events are of all
classes, so some have the largest size: the last two rows tell them apart, from one call of the handler to the next.
With \`runs: ${runs}\` the handler sees ${events.toLocaleString('en')} events.`,
    tables: [
      {
        columns: ['', 'ms CPU', 'µs for each random event'],
        rows: [
          ['one write of Pact', number(write)],
          ...Object.entries(times).map(([count, cpu]) => rowOf(Number(count), cpu, times[0])),
          [`events of more than ${LARGE.toLocaleString('en')} bytes`, '', number(large)],
          ['all other events', '', number(others)],
          [`a default run, × one with \`reads: 'off'\``, number(recording)],
        ],
      },
    ],
    measured: { verifyOverWrite: (100 * others) / 1000 / write, recording },
    faults,
  };
}

function rowOf(runs, cpu, fixed) {
  const name = `\`verify\`, \`runs: ${runs}\``;
  if (cpu === undefined) return [name, 'not in a short run'];
  return [name, number(cpu), ...(runs < 100 ? [] : [number(((cpu - fixed) / runs) * 1000)])];
}
