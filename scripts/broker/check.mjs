// `npm run test:broker`: what must hold against a real Pact Broker. One line for each check, then a count.
// `npm run test:broker -- stall sqlite` runs the checks whose names contain all these words.
import { secondsSince } from '../lib/secondsSince.mjs';
import { tally } from '../lib/tally.mjs';
import { brokerChecks } from './brokerChecks.mjs';
import { commandChecks } from './commandChecks.mjs';
import { installBroker } from './installBroker.mjs';
import { lifeChecks } from './lifeChecks.mjs';
import { providerChecks } from './providerChecks.mjs';
import { publishChecks } from './publishChecks.mjs';

/** Each is `[name, play]`: `play` returns what was seen and throws what is wrong. They run one after the other. */
const checks = [...brokerChecks, ...commandChecks, ...publishChecks, ...providerChecks, ...lifeChecks];

const words = process.argv.slice(2);
const { report, summary } = tally();
// The first check would be as slow as the installation.
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
