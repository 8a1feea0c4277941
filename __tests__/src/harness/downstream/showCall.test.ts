import type { LoggedCall } from '../../../../src/harness/downstream/loggedCall.ts';
import { showCall, showLoggedCall } from '../../../../src/harness/downstream/showCall.ts';

const call: LoggedCall = { by: 0, name: 'put', args: ['c', { at: 1 }], outcome: 'done' };

test.each<[Partial<LoggedCall>, string]>([
  [{}, 'put("c", { at: 1 })'],
  [{ outcome: 'pending' }, 'put("c", { at: 1 }): not finished'],
  [{ outcome: 'failed', error: 'Error: no' }, 'put("c", { at: 1 }): failed (Error: no)'],
  [
    { outcome: 'failed', error: 'Error: no', outage: 'before' },
    'put("c", { at: 1 }): failed before it had its effect (Error: no) ← the outage',
  ],
  [
    { outcome: 'failed', error: 'Error: no', outage: 'after' },
    'put("c", { at: 1 }): failed after it had its effect (Error: no) ← the outage',
  ],
])('a call with %j is shown with what became of it', (more, line) => {
  expect(showLoggedCall({ ...call, ...more })).toBe(line);
});

test('a call with long arguments is cut', () => {
  const args = ['x'.repeat(80), 'y'.repeat(80), 'z'.repeat(80)];
  expect(showCall({ name: 'put', args }).length).toBeLessThanOrEqual(200);
});
