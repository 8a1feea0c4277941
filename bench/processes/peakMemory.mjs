// Makes events of the largest size in sequence, and prints this process's memory at some counts.
import { ours } from '../generators/ours.mjs';
import { collect } from '../lib/measure.mjs';
import { maximum } from '../lib/sizes.mjs';

const counts = process.argv.slice(2).map(Number);
const make = ours[0].maker(maximum);
const seen = {};
let made = 0;
for (const count of counts) {
  for (; made < count; made++) make(1, made);
  const peak = process.resourceUsage().maxRSS * 1024;
  collect();
  const { heapUsed, external } = process.memoryUsage();
  seen[`peak${count}`] = peak;
  seen[`live${count}`] = heapUsed + external;
}
console.log(JSON.stringify(seen));
