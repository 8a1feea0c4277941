import type { Contract } from '../../contracts/contract.ts';
import { type FactName, facts } from '../../model/facts/facts.ts';
import { type OpenQuestion, openQuestions } from '../../model/facts/openQuestions.ts';
import { ContractViolation } from '../../src/harness/failure/contractViolation.ts';
import { verify } from '../../src/harness/verify.ts';
import { dropNoOutcome } from '../helpers/dropNoOutcome.ts';
import { inEmptyDirectories } from '../helpers/emptyDirectory.ts';
import { contractsOf } from './contractsOf.ts';
import { correctHandlers } from './correct.ts';
import { doubtfulHandlers } from './doubtful.ts';
import { absence } from './faulty/absence.ts';
import { identifiers } from './faulty/identifiers.ts';
import { novelties } from './faulty/novelties.ts';
import { numbers } from './faulty/numbers.ts';
import { runtime } from './faulty/runtime.ts';
import { texts } from './faulty/texts.ts';
import type { FaultyHandler } from './faultyHandler.ts';

const faultyHandlers = [...absence, ...texts, ...numbers, ...identifiers, ...novelties, ...runtime];

const warnings = inEmptyDirectories();

// No event of today's arbitraries breaks these, though AWS may send one that does.
const survivors: readonly string[] = [
  'has a column of 255 characters for field ids',
  'has a column of 255 characters for other entities',
  'has a column of 255 characters for the value of a User field',
  'loads at most 100 changed fields at once',
  'sends a message that must not be blank',
  'cuts the date off a DateTime field that parses',
  'takes the case for new where it was created when it changed',
];
const killed = faultyHandlers.filter(({ name }) => !survivors.includes(name));
const surviving = faultyHandlers.filter(({ name }) => survivors.includes(name));

/** Verifies a faulty handler with default settings, and checks what the violation says. */
async function kill(faulty: FaultyHandler): Promise<void> {
  const contract = contractsOf(faulty.reads).find(({ title }) => title.endsWith(` ${faulty.in}`)) as Contract;
  const violation = await verify(contract, faulty.handler).then(
    () => new Error('it survived'),
    (error: unknown) => error,
  );
  if (!(violation instanceof ContractViolation)) throw violation;
  expect([faulty.class].flat()).toContain(violation.class);
  expect(violation.message).toContain(`(class ${violation.class})`);
  const reasons = ([faulty.fact ?? []].flat() as FactName[]).map((name) => facts[name].states);
  if (reasons.length > 0) expect(reasons.filter((states) => violation.message.includes(states))).not.toEqual([]);
  expect(violation.message.split('\n').length).toBeLessThanOrEqual(25);
}

describe(`default settings find ${killed.length} of ${faultyHandlers.length} faulty handlers:`, () => {
  test.each(killed.map((faulty) => [faulty.name, faulty] as const))('the one that %s', (_, faulty) => kill(faulty));
});

describe('default settings do not find yet', () => {
  // A test that must fail: if it does not, its handler is found, and leaves the list above.
  for (const faulty of surviving) test.failing(`the one that ${faulty.name}`, () => kill(faulty));
});

describe(`all ${correctHandlers.length} correct handlers pass without a warning:`, () => {
  test.each(correctHandlers.map((correct) => [correct.name, correct] as const))('%s', async (_, correct) => {
    // Most of them do the same with every event, so they read something of those that their tables ignore.
    for (const contract of contractsOf(correct.reads))
      await verify(contract, correct.handler, contract.ignores ? { reads: 'off' } : {});
    // Two of them answer by callback and context.
    expect(dropNoOutcome(warnings).filter((line) => !line.includes('from Node.js 24 on refuse'))).toEqual([]);
  });
});

describe(`verify warns of ${doubtfulHandlers.length} handlers that know only one reading:`, () => {
  test.each(doubtfulHandlers.map((doubtful) => [doubtful.name, doubtful] as const))(
    'the one that %s',
    async (_, doubtful) => {
      const contract = contractsOf(doubtful.reads).find(({ title }) => title.endsWith(` ${doubtful.in}`)) as Contract;
      await verify(contract, doubtful.handler);
      const { asks, readings } = openQuestions[doubtful.question] as OpenQuestion;
      expect(dropNoOutcome(warnings)).toEqual(
        doubtful.answers.map((answer) => {
          const { states, certainty, link } = readings[answer] ?? {};
          const why = `if the answer to "${asks}" is "${answer}": ${states} (${certainty}, ${link})\n`;
          return expect.stringContaining(why);
        }),
      );
    },
  );
});
