import { warningLines } from '../../../src/cli/providerLines.ts';

type Finished = Parameters<typeof warningLines>[0];

function finished(warnings: Readonly<Record<string, readonly string[]>>): Finished {
  const verdicts = Object.entries(warnings).map(([title, lines]) => ({
    title,
    warnings: lines.map((line) => `${title}: ${line}`),
  }));
  return { pact: { consumer: 'refunds' }, verdicts } as unknown as Finished;
}

test('what is said of several interactions of a pact is said once, for the first of them', () => {
  const doubt = 'it does not hold (detail.performedBy is demanded, and not there)';
  const all = { 'refunds a': [doubt, 'other'], 'refunds b': [doubt], 'refunds c': [doubt], 'refunds d': [] };
  expect(warningLines(finished(all))).toEqual([
    `refunds a (and 2 more interactions of refunds): ${doubt}`,
    'refunds a: other',
  ]);
});
