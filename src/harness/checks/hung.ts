import type { Check } from './check.ts';

/** The handler neither returns, resolves nor rejects in time, or leaves work open that Lambda waits for. */
export const hung: Check<'hung'> = {
  name: 'hung',
  headline: 'did not settle',
  lines: ({ open }, timeout) =>
    open === undefined
      ? [`It neither returned, resolved nor rejected within ${timeout} ms.`, ...oftenHung]
      : formatWaiting(open, timeout),
  facts: ({ open }, onFailure) => (open === undefined ? [onFailure] : ['emptyEventLoop']),
  check: ({ hung: still }) => still && { kind: 'hung', ...still },
};

/** The usual reasons for a hang in a test. */
const oftenHung = [
  'Often fake timers are on in the test (jest.useFakeTimers) and nobody advances them, or a client waits for a server',
  'that is not there. If the work takes longer, raise options.timeout.',
];

function formatWaiting(open: readonly string[], timeout: number): string[] {
  return [
    `It returned without a promise or called back, and its event loop was not empty ${timeout} ms later: ${[...new Set(open)].join(', ')}.`,
    'Close what it opened, or set context.callbackWaitsForEmptyEventLoop to false before it calls back.',
  ];
}
