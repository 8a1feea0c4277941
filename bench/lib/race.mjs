import { entropyOf } from './entropy.mjs';
import { cpuOf, median } from './measure.mjs';
import { Tally } from './tally.mjs';

/** CPU microseconds of making events before the measurement and in each turn, and the maximum events of a turn. */
const WARM = 300_000;
const TURN = 5000;
const MOST = 300;
/** Minimum bytes of JSON written and parsed in a turn, so that the clock can measure it. */
const LEAST = 1_000_000;
/** The events whose keys and bytes are compared. */
const SAMPLE = 8;

/**
 * Lets generators make events of a size in turns, `rounds` times, in this process. Each turn also writes and parses the
 * same events as JSON. Every event is checked outside the measured time.
 */
export function race(generators, size, { rounds, warm = WARM }) {
  const racers = generators.map((generator) => racerOf(generator, size, warm));
  for (let round = 0; round < rounds; round++) {
    for (const racer of racers) if (racer.failure === undefined) turn(racer, round);
  }
  return racers.map(resultOf);
}

function racerOf(generator, size, warm) {
  const racer = { generator, tally: new Tally(generator.exactly?.(size)), make: [], write: [], parse: [] };
  try {
    racer.maker = generator.maker(size);
    racer.batch = Math.ceil(Math.min(MOST, TURN / warmed(racer.maker, warm)));
    const sample = racer.maker(SAMPLE, 3);
    racer.tally.addAll(sample);
    racer.entropy = entropyOf(sample);
  } catch (error) {
    racer.failure = error;
  }
  return racer;
}

/** Makes events until the compiler is warm; returns the time of one event at the end. */
function warmed(maker, warm) {
  let spent = 0;
  let one = 0;
  for (let batch = 1; spent < warm; batch = Math.min(batch * 2, MOST)) {
    const { micros } = cpuOf(() => maker(batch, batch));
    spent += micros;
    one = micros / batch;
  }
  return one;
}

function turn({ maker, batch, tally, make, write, parse }, round) {
  const { result: events, micros } = cpuOf(() => maker(batch, 1000 + round));
  tally.addAll(events);
  const texts = events.map((event) => JSON.stringify(event));
  const times = Math.ceil(LEAST / texts.reduce((sum, text) => sum + text.length, 0));
  make.push(micros / batch);
  write.push(eachOf(events, times, (event) => JSON.stringify(event)));
  parse.push(eachOf(texts, times, (text) => JSON.parse(text)));
}

function eachOf(items, times, work) {
  const { micros } = cpuOf(() => {
    for (let time = 0; time < times; time++) for (const item of items) work(item);
  });
  return micros / times / items.length;
}

function resultOf({ generator, tally, entropy, failure, make, write, parse }) {
  const { name, ours = false } = generator;
  if (failure !== undefined || !tally.allValid) {
    const instead = failure?.message.split('\n')[0] ?? tally.verdict;
    return { name, ours, instead, ...(ours ? { fault: `${name}: ${instead}` } : {}) };
  }
  const { meanBytes, meanFields } = tally;
  const [micros, written, parsed] = [make, write, parse].map(median);
  return {
    name,
    ours,
    ...{ micros, written, parsed, meanBytes, meanFields, ...entropy },
    timesWrite: micros / written,
    timesParse: micros / parsed,
    microsPerKB: micros / (meanBytes / 1024),
  };
}
