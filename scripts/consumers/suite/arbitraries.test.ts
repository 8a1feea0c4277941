import assert from 'node:assert';
import { entrySize } from 'connect-cases-contracts';
import { caseUpdated, events } from 'connect-cases-contracts/arbitraries';
import { parseCaseEvent } from 'connect-cases-contracts/schema';
import fc from 'fast-check';
import { domain } from './domain';
import { test } from './runner';

test('a property over events, with the fast-check of the project', () => {
  fc.assert(
    fc.property(events({ domain }), (event) => {
      assert.equal(parseCaseEvent(event, { domain }).id, event.id);
    }),
  );
});

test('a counterexample is shrunk and readable', () => {
  const failing = fc.property(caseUpdated({ domain, bytes: 262_144 }), () => false);
  assert.throws(
    () => fc.assert(failing, { seed: 1 }),
    (error: Error) => error.message.length < 10_000,
  );
});

test('an exact size', () => {
  fc.assert(
    fc.property(caseUpdated({ domain, bytes: 262_144 }), (event) => entrySize(event) === 262_144),
    { numRuns: 10 },
  );
});
