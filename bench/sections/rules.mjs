import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eventPattern } from 'connect-cases-contracts/rules';
import { cpuOf, median } from '../lib/measure.mjs';
import { number } from '../report/format.mjs';
import { agreement } from '../rules/agreement.mjs';
import { byHand } from '../rules/byHand.mjs';

const ours = { name: 'ours', compile: (pattern, text) => eventPattern(text ?? pattern).matches };
const matchers = [ours, byHand];

/** Event patterns: whether they decide as AWS's engine, and the time of a decision. */
export function rules({ smoke }) {
  const measured = readCases();
  const agreed = matchers.map((matcher) => ({ name: matcher.name, ...agreement(matcher, measured) }));
  const timed = patterns.flatMap(([name, pattern]) => timesOf(name, pattern, measured.events, smoke));
  const typical = timed.find(({ name }) => name === TYPICAL);
  return {
    title: 'Event patterns',
    text: `The ${measured.cases.length} results of AWS's engine, and the CPU time of one decision about two events of 1.5 KB. *By hand* is what teams
write from AWS's page. Decision 59 compares a package that matches event patterns, too.`,
    tables: [
      {
        columns: ['matcher', 'decides as AWS', 'refuses what AWS refuses'],
        rows: agreed.map((one) => [
          one.name,
          `${one.decided} of ${one.ofDecided}`,
          `${one.refused} of ${one.ofRefused}`,
        ]),
      },
      {
        columns: ['pattern', 'ours, µs', 'by hand, µs', 'stringify, µs', 'ours, × stringify'],
        rows: timed.map(({ name, micros, stringify }) => [
          name,
          ...micros.map((one) => number(one)),
          number(stringify),
          number(micros[0] / stringify),
        ]),
      },
    ],
    measured: { matchOverStringify: typical.micros[0] / typical.stringify },
    faults: agreed
      .filter(({ name, decided, ofDecided, refused, ofRefused }) =>
        name === ours.name ? decided < ofDecided || refused < ofRefused : false,
      )
      .map(({ decided, refused }) => `only ${decided} decisions and ${refused} refusals agree with AWS`),
  };
}

function readCases() {
  const file = path.resolve(import.meta.dirname, '../../__tests__/model/rule/golden/ruleCases.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

const TYPICAL = 'source and three event types';

const patterns = [
  ['source', { source: ['aws.cases'] }],
  [TYPICAL, { source: ['aws.cases'], detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'] } }],
  ['resources with a wildcard', { resources: [{ wildcard: 'arn:aws:cases:*:*:domain/*/case/*' }] }],
  [
    '$or of three',
    {
      source: ['aws.cases'],
      detail: {
        $or: [
          { eventType: ['CASE.CREATED'] },
          { eventType: ['CASE.UPDATED'], changedFieldIds: ['title'] },
          { relatedItem: { relatedItemType: [{ 'equals-ignore-case': 'comment' }] } },
        ],
      },
    },
  ],
];

/** Matchers take turns; each turn decides about both events. */
function timesOf(name, pattern, { e1, e2 }, smoke) {
  const rounds = smoke ? 1 : 9;
  const count = smoke ? 10 : 20_000;
  const tasks = [...matchers.map(({ compile }) => compile(pattern)), JSON.stringify];
  const turns = tasks.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) turns[index].push(microsOf(task, [e1, e2], count));
  }
  const [own, other, stringify] = turns.map(median);
  return [{ name, micros: [own, other], stringify }];
}

function microsOf(task, events, count) {
  const { micros } = cpuOf(() => {
    for (let time = 0; time < count; time++) for (const event of events) task(event);
  });
  return micros / count / events.length;
}
