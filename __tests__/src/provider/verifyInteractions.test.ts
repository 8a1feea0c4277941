import { fails } from '../../../src/provider/findings/verdict.ts';
import { parsePact } from '../../../src/provider/interaction/pact.ts';
import type { Inquiry, PactBatchVerifier } from '../../../src/provider/verifier/pactBatchVerifier.ts';
import { verifyInteractions } from '../../../src/provider/verifyInteractions.ts';

function pactOf(consumer: string) {
  const contents = { content: { detail: { eventType: 'CASE.CREATED' } }, contentType: 'application/json' };
  const interactions = [{ type: 'Asynchronous/Messages', description: 'a', contents }];
  const metadata = { pactSpecification: { version: '4.0' } };
  const names = { consumer: { name: consumer }, provider: { name: 'aws.cases' } };
  return parsePact(`${consumer}.json`, JSON.stringify({ ...names, interactions, metadata }));
}

/** Everything holds, except for an unexpected error. */
const batchVerifier = {
  unverifiable: new Map(),
  verify: async (questions: readonly Inquiry[]) => {
    if (questions.some(({ title }) => title.startsWith('odd')))
      throw new RangeError('Maximum call stack size exceeded');
    return questions.map(() => new Map());
  },
} as unknown as PactBatchVerifier;

test('an unexpected error in one pact leaves the verdicts of the others', async () => {
  const pacts = ['good', 'odd', 'better'].map(pactOf);
  const options = { domain: undefined, runs: 0, seed: 0, recorded: [] };
  const { verdicts } = await verifyInteractions(batchVerifier, pacts, options);
  expect(verdicts.map(({ pact, verdicts: all }) => [pact.consumer, all.map(fails)])).toEqual([
    ['good', [false]],
    ['odd', [true]],
    ['better', [false]],
  ]);
  expect(verdicts[1]?.verdicts).toMatchObject([
    { title: 'odd: "a"', refused: 'its pact cannot be verified: Maximum call stack size exceeded', unread: true },
  ]);
});

test.each([
  ['ENOSPC', true],
  ['ERR_ACCESS_DENIED', true],
  ['ERR_INVALID_CHAR', false],
])('a failure of the machine (%s) ends the verification of all pacts: %p', async (code, ofMachine) => {
  const failing = {
    unverifiable: new Map(),
    verify: () => Promise.reject(Object.assign(new Error('it failed'), { code })),
  } as unknown as PactBatchVerifier;
  const judged = verifyInteractions(failing, ['one', 'two'].map(pactOf), {
    domain: undefined,
    runs: 0,
    seed: 0,
    recorded: [],
  });
  if (ofMachine) await expect(judged).rejects.toThrow('it failed');
  else expect((await judged).verdicts).toHaveLength(2);
});
