import type { HandlerFailure } from '../../../../../src/harness/checks/checks.ts';
import { cleanDelivery } from '../../../../../src/harness/delivery/guarantees/cleanDelivery.ts';
import type { Guarantee, GuaranteeViolation } from '../../../../../src/harness/delivery/guarantees/guarantee.ts';
import { idempotent } from '../../../../../src/harness/delivery/guarantees/idempotent.ts';
import { notOrderedByTime } from '../../../../../src/harness/delivery/guarantees/notOrderedByTime.ts';
import { formatHeadline } from '../../../../../src/harness/delivery/report/formatHeadline.ts';

const failure: HandlerFailure = { kind: 'threw', error: new Error('no') };

function headline(guarantee: Guarantee, kind: 'late' | 'hung' | 'threw'): string {
  return formatHeadline({ guarantee, failed: { kind, failure } } as unknown as GuaranteeViolation);
}

test.each([
  [cleanDelivery, 'the handler never settles, though nothing went wrong with the delivery'],
  [idempotent, 'the handler never settles when an event comes again'],
  [notOrderedByTime, 'the handler never settles'],
])('a handler that hangs: %#', (guarantee, expected) => {
  expect(headline(guarantee, 'hung')).toBe(expected);
});

test.each([
  [cleanDelivery, ', though nothing went wrong with the delivery'],
  [idempotent, ', when an event comes again'],
  [notOrderedByTime, ''],
])('a handler that fails after its answer: %#', (guarantee, end) => {
  expect(headline(guarantee, 'late')).toBe(
    `a callback that nobody waited for failed: the handler fails after it has answered${end}`,
  );
});
