// `npm run test:broker`: checks against a real Pact Broker. Prints one line for each check, then a count. `npm run
// test:broker -- stall sqlite` runs the checks with all these words in their names.
import { secondsSince } from '../lib/secondsSince.mjs';
import { tally } from '../lib/tally.mjs';
import { brokerChecks } from './brokerChecks.mjs';
import { commandChecks } from './commandChecks.mjs';
import { installBroker } from './installBroker.mjs';
import { lifeChecks } from './lifeChecks.mjs';
import { providerChecks } from './providerChecks.mjs';
import { publishChecks } from './publishChecks.mjs';

/** Each is `[name, play]`: `play` returns an observation, and throws on a fault. They run in sequence. */
const checks = [...brokerChecks, ...commandChecks, ...publishChecks, ...providerChecks, ...lifeChecks];

const words = process.argv.slice(2);
const { report, summary } = tally();
// Otherwise the first check would include the installation.
for (const database of ['sqlite', 'postgres']) await installBroker({ database });
for (const [name, play] of checks.filter(([name]) => words.every((word) => name.includes(word)))) {
  const began = performance.now();
  try {
    report('ok', name, `${await play()}, ${secondsSince(began)}`);
  } catch (error) {
    report('FAIL', name, `\n${error.stack}\n`);
  }
}
summary();
