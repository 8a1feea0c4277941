import { formatPactLines, formatWarningLines } from '../../../../src/cli/provider/providerLines.ts';

type Finished = Parameters<typeof formatWarningLines>[0];

function finished(warnings: Readonly<Record<string, readonly string[]>>): Finished {
  const verdicts = Object.entries(warnings).map(([title, lines]) => ({
    title,
    warnings: lines,
  }));
  return { pact: { consumer: 'refunds' }, verdicts } as unknown as Finished;
}

test('a warning about several interactions of a pact appears once, with the first of them', () => {
  const doubt = 'it does not hold (detail.performedBy is expected, but missing)';
  const all = { 'refunds a': [doubt, 'other'], 'refunds b': [doubt], 'refunds c': [doubt], 'refunds d': [] };
  expect(formatWarningLines(finished(all))).toEqual([
    `refunds a (and 2 more interactions of refunds): ${doubt}`,
    'refunds a: other',
  ]);
});

describe('the line for the whole of a pact', () => {
  const verdict = { interaction: {}, failures: [], more: [], recorded: [], warnings: [], events: 62 };
  const holding = {
    pact: { consumer: 'refunds', source: 'a.json' },
    verdicts: [verdict],
    holds: true,
    published: false,
  };

  test.each([
    [{}, ['refunds (a.json): 1 interaction holds, 62 events']],
    [{ verdicts: [{ ...verdict, events: 1 }] }, ['refunds (a.json): 1 interaction holds, 1 event']],
    [{ published: true }, ['refunds (a.json): 1 interaction holds, 62 events, published']],
    [
      { publishProblem: 'It said no.' },
      ['refunds: It said no.', '', 'refunds (a.json): 1 interaction holds, 62 events, not published'],
    ],
    // Pact's verifier could not read the whole pact, so the interactions alone give no verdict.
    [{ problem: 'It is unread.' }, ['refunds: It is unread.', '', 'refunds (a.json): not verified']],
  ])('with %j', (change, lines) => {
    expect(formatPactLines({ ...holding, ...change } as unknown as Finished)).toEqual(lines);
  });
});
