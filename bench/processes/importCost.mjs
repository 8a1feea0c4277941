// Loads the second argument by `import` or `require`; the modules after it are loaded before the measurement.
import { createRequire } from 'node:module';
import { cpuOfAsync } from '../lib/measure.mjs';

const [how, measured, before] = process.argv.slice(2);
const load = how === 'require' ? createRequire(import.meta.url) : (name) => import(name);
if (before !== '') await load(before);
const began = performance.now();
const { micros } = await cpuOfAsync(async () => load(measured));
console.log(JSON.stringify({ cpu: micros / 1000, wall: performance.now() - began }));
