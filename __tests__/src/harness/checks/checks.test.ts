import type { FactName } from '../../../../model/facts/facts.ts';
import { limits } from '../../../../model/facts/limits.ts';
import type { Check, FinishedCall } from '../../../../src/harness/checks/check.ts';
import {
  type CheckName,
  checks,
  describeFailure,
  findFailure,
  type HandlerFailure,
} from '../../../../src/harness/checks/checks.ts';

const error = new Error('no such table');
const ring: unknown[] = [];
ring.push(ring);
const tooMuch = 'x'.repeat(limits.lambdaAnswer - 1);
const left = { given: { detail: {} }, rebuild: () => ({ detail: { case: {} } }) };

/** For each check, a call that fails it, the failure, and the words of the report. */
const failing: Record<CheckName, readonly [FinishedCall, HandlerFailure, lines: readonly string[]]> = {
  threw: [{ thrown: { error } }, { kind: 'threw', error }, ['Error: no such table']],
  hung: [
    { hung: { open: ['Timeout', 'Timeout', 'TCPWRAP'] } },
    { kind: 'hung', open: ['Timeout', 'Timeout', 'TCPWRAP'] },
    [
      'It returned without a promise or called back, and its event loop was not empty 70 ms later: Timeout, TCPWRAP.',
      'Close what it opened, or set context.callbackWaitsForEmptyEventLoop to false before it calls back.',
    ],
  ],
  late: [
    { late: { error, rejected: true } },
    { kind: 'late', error, rejected: true },
    ['A promise was not awaited: it was rejected after the handler had returned.', 'Error: no such table'],
  ],
  mutated: [
    { event: left },
    { kind: 'mutated' },
    [
      'It wrote to the event object it was given. Other code that gets the same object sees the change: work on a copy.',
    ],
  ],
  unserialisable: [
    { result: ring },
    { kind: 'unserialisable', error: expect.any(TypeError) },
    [
      'It returned a value that Lambda cannot write as JSON: the invocation fails.',
      expect.stringMatching(/^TypeError: Converting circular structure to JSON/),
    ],
  ],
  tooLarge: [
    { result: tooMuch },
    { kind: 'tooLarge', bytes: limits.lambdaAnswer + 1 },
    ['Its answer has 6,291,557 bytes of JSON; Lambda takes 6,291,556.'],
  ],
  unexpected: [{ refused: { error } }, { kind: 'unexpected', error }, ['Error: no such table']],
};

/** In the order of the checks. */
const names = Object.keys(failing) as CheckName[];

test('the list has every check, in order', () => {
  expect(Object.keys(checks)).toEqual(names);
});

test.each(names)('%s: the check bears its name, and finds its failure', (name) => {
  const [call, failure, lines] = failing[name];
  const check: Check = checks[name];
  expect(check.name).toBe(name);
  expect(check.check(call)).toEqual(failure);
  expect(findFailure(call)).toEqual(failure);
  expect(check.lines(findFailure(call) as HandlerFailure, 70).slice(0, lines.length)).toEqual(lines);
});

test.each(names.flatMap((one) => names.filter((other) => other !== one).map((other) => [one, other] as const)))(
  '%s: the check passes a call that fails %s',
  (one, other) => {
    expect(checks[one].check(failing[other][0])).toBeUndefined();
  },
);

test.each(names.slice(1).map((later, place) => [names[place] as CheckName, later] as const))(
  'a call that fails both %s and %s is reported by the first',
  (first, later) => {
    expect(findFailure({ ...failing[later][0], ...failing[first][0] })?.kind).toBe(first);
  },
);

test('a call without a failure passes', () => {
  const event = { given: { detail: {} }, rebuild: () => ({ detail: {} }) };
  expect(findFailure({ result: 'x'.repeat(limits.lambdaAnswer - 2), event })).toBeUndefined();
});

test.each(['unserialisable', 'tooLarge'] as const)(
  '%s: the check also covers an answer of a function within the handler',
  (kind) => {
    const inner: HandlerFailure = { kind, error };
    expect(findFailure({ inner })).toEqual(inner);
  },
);

test('the report on a handler that hangs without a callback names the usual causes', () => {
  expect(checks.hung.lines({ kind: 'hung' }, 1000)).toEqual([
    'It neither returned, resolved nor rejected within 1000 ms.',
    'Often fake timers are on in the test (jest.useFakeTimers) and nobody advances them, or a client waits for a server',
    'that is not there. If the work takes longer, raise options.timeout.',
  ]);
  expect(checks.hung.facts({ kind: 'hung' }, 'queueRetries')).toEqual(['queueRetries']);
  expect(checks.hung.facts({ kind: 'hung', open: ['Timeout'] }, 'queueRetries')).toEqual(['emptyEventLoop']);
});

test('a late failure in a callback is distinguished from one in a promise', () => {
  expect(checks.late.lines({ kind: 'late', error, rejected: false }, 70).slice(0, 2)).toEqual([
    'A callback failed after the handler had returned.',
    'Error: no such table',
  ]);
});

test.each<[CheckName, readonly FactName[]]>([
  ['threw', []],
  ['late', ['queueRetries']],
  ['mutated', []],
  ['unserialisable', ['answers']],
  ['tooLarge', ['answerSize']],
])('%s: the check names the facts %j', (name, names) => {
  const check: Check = checks[name];
  expect(check.facts(failing[name][1], 'queueRetries')).toEqual(names);
});

test('the one-line report shows a thrown error itself, and otherwise the headline', () => {
  expect(describeFailure({ kind: 'threw', error })).toBe('Error: no such table');
  expect(describeFailure({ kind: 'late', error })).toBe('failed after it had returned');
});
