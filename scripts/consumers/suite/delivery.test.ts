import { verifyDelivery, viaSqs } from 'connect-cases-contracts';
import { contracts } from './contracts';
import { test } from './runner';

interface Detail {
  approximateChangeTime: string;
  case?: { caseId: string };
}

interface Batch {
  Records: { messageId: string; body: string }[];
}

const changed = new Map<string, number>();
const reset = () => changed.clear();
const observe = () => [...changed].sort();

function keep({ approximateChangeTime, case: kept }: Detail): void {
  const at = Date.parse(approximateChangeTime);
  if (kept === undefined) return;
  if (typeof kept?.caseId !== 'string' || Number.isNaN(at)) throw new Error('no change of a case');
  changed.set(kept.caseId, Math.max(at, changed.get(kept.caseId) ?? 0));
}

const queueHandler = viaSqs(
  async ({ Records }: Batch) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of Records) {
      try {
        keep(JSON.parse(body).detail);
      } catch {
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  },
  { batchSize: 5 },
);

test('what is kept under all faults, behind a queue', () =>
  verifyDelivery(contracts, queueHandler, {
    reset,
    observe,
    tolerates: ['duplicates', 'reordering', 'loss', 'poison'],
    concurrency: 2,
    runs: 30,
  }));

// Fails on purpose, like the tests of faults.test.
test('counts twice', () => {
  const events: object[] = [];
  return verifyDelivery(contracts, (event) => void events.push(event), {
    reset: () => events.splice(0),
    observe: () => events.length,
  });
});
