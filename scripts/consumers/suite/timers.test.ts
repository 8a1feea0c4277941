import assert from 'node:assert';
import { verify } from 'connect-cases-contracts';
import { contracts } from './contracts';
import { fakeTimers, realTimers, test } from './runner';

const [created] = contracts;

test('under fake timers', async () => {
  fakeTimers();
  try {
    await verify(created, async () => 'done', { dir: 'timers', ambiguities: 'off', reads: 'off' });
    await assert.rejects(
      verify(created, () => new Promise(() => {}), { dir: 'timers', timeout: 100 }),
      /did not settle/,
    );
  } finally {
    realTimers();
  }
});
