import { retryWithBackoff } from '../../../../src/broker/client/retryWithBackoff.ts';
import { passingTime } from '../passingTime.ts';

const mockPauses: number[] = [];
jest.mock('node:timers/promises', () => ({ setTimeout: async (pause: number) => void mockPauses.push(pause) }));

const broker = { url: 'https://broker.example.com' };
let warnings: string[];

beforeEach(() => {
  warnings = [];
  mockPauses.length = 0;
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    warnings.push(String(text));
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());

/** An attempt that fails the given number of times before it answers. */
function failing(times: number): { attempt: () => Promise<{ answer: string; passing?: string }>; count: () => number } {
  let count = 0;
  const attempt = async () =>
    ++count <= times ? { answer: `failure ${count}`, passing: 'fails (503 Service Unavailable)' } : { answer: 'yes' };
  return { attempt, count: () => count };
}

test('a first answer needs no retry and no message', async () => {
  const { attempt, count } = failing(0);
  expect([await retryWithBackoff(broker, attempt), count(), warnings]).toEqual(['yes', 1, []]);
});

test('a temporary failure is retried, with one message', async () => {
  const { attempt, count } = failing(2);
  expect([await retryWithBackoff(broker, attempt), count()]).toEqual(['yes', 3]);
  expect(warnings).toEqual([
    'The broker at https://broker.example.com fails (503 Service Unavailable). The command retries for at most 60 seconds.\n',
  ]);
});

test('each pause is twice as long as the one before, up to five seconds, until the time is up', async () => {
  jest.spyOn(performance, 'now').mockImplementation(() => mockPauses.reduce((sum, pause) => sum + pause, 0));
  const { attempt, count } = failing(99);
  expect(await retryWithBackoff(broker, attempt, 20_000)).toBe('failure 7');
  expect([mockPauses, count()]).toEqual([[500, 1000, 2000, 4000, 5000, 5000], 7]);
});

test('the last failure is the result after the time is up', async () => {
  const pass = passingTime();
  const { attempt, count } = failing(99);
  const slow = () => {
    if (count() === 1) pass(60_000);
    return attempt();
  };
  expect(await retryWithBackoff(broker, slow)).toBe('failure 2');
  expect(count()).toBe(2);
});

test('an attempt gets the time at which it must end', async () => {
  jest.spyOn(performance, 'now').mockReturnValue(7);
  expect(await retryWithBackoff(broker, async (end) => ({ answer: end }), 1000)).toBe(1007);
});

test('the earlier answer wins over an attempt that the time ends', async () => {
  let count = 0;
  const attempt = async () =>
    ++count === 1 ? { answer: 'failure 1', passing: 'fails (503)' } : { answer: 'none', unanswered: true };
  expect(await retryWithBackoff(broker, attempt, 60_000)).toBe('failure 1');
  expect(await retryWithBackoff(broker, async () => ({ answer: 'none', unanswered: true }), 60_000)).toBe('none');
});
