import { formatProviderJson } from '../../../../src/cli/provider/formatProviderJson.ts';
import type { Verdict } from '../../../../src/provider/findings/verdict.ts';
import type { ProviderResult } from '../../../../src/provider/verifyProvider.ts';

const run = { version: '1.0.0', runs: 0, seed: 1 };

function interactionOf(verdict: Partial<Verdict>): object | undefined {
  const interaction = { description: 'an update', pending: false };
  const whole = { interaction, title: 'refunds: "an update"', events: 2, failures: [], more: [], recorded: [] };
  const pacts = [{ pact: {}, verdicts: [{ ...whole, warnings: [], ...verdict }] }];
  const result = { pacts, unknownStates: [] } as unknown as ProviderResult;
  const { pacts: written } = formatProviderJson(result, run) as { pacts: [{ interactions: [object] }] };
  return written[0].interactions[0];
}

test('a warning is a whole line with the title of its interaction', () => {
  expect(interactionOf({ warnings: ['it has no content'] })).toMatchObject({
    warnings: ['refunds: "an update": it has no content'],
  });
});

test('a failure has the documented members only, and its place as steps', () => {
  const demands = { kind: 'presence', path: 'a.b', words: 'a.b is expected, but missing' };
  const failure = { class: 'sparse', event: {}, differences: [], facts: [], todo: 'Leave it out.' };
  const expectation = { ...demands, segments: ['a', 'b'], example: 'e' };
  const failures = [{ ...failure, expectation, isForEveryField: false, text: 'for people' }];
  expect(interactionOf({ failures: failures as unknown as Verdict['failures'] })).toMatchObject({
    holds: false,
    failures: [{ demands: { ...demands, steps: ['a', 'b'] }, ...failure }],
  });
  const {
    failures: [written],
  } = interactionOf({ failures: failures as unknown as Verdict['failures'] }) as {
    failures: [object];
  };
  expect(Object.keys(written)).toEqual(['demands', 'class', 'event', 'differences', 'facts', 'todo']);
});
