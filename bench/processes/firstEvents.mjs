// Makes the first events of a generator in this process, including its construction; prints the time.
import { carefulFastCheck } from '../generators/carefulFastCheck.mjs';
import { documentedFastCheck } from '../generators/documentedFastCheck.mjs';
import { ours, oursOfExample } from '../generators/ours.mjs';
import { cpuOf } from '../lib/measure.mjs';
import { maximum } from '../lib/sizes.mjs';
import { Tally } from '../lib/tally.mjs';

const [name, count] = process.argv.slice(2);
const generator = [...ours, oursOfExample, carefulFastCheck, documentedFastCheck].find((each) => each.name === name);
const began = performance.now();
const { result: events, micros } = cpuOf(() => generator.maker(maximum)(Number(count), 1));
const wall = performance.now() - began;
const tally = new Tally(generator.exactly?.(maximum));
tally.addAll(events);
console.log(JSON.stringify({ cpu: micros / 1000, wall, valid: tally.allValid, verdict: tally.verdict }));
