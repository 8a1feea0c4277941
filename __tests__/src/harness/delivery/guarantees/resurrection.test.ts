import { fixture } from '../../../../../arbitraries/fixture.ts';
import type { CasesEvent } from '../../../../../model/event/casesEvent.ts';
import type { Fault } from '../../../../../src/harness/delivery/faults/faults.ts';
import type { Deliver, GuaranteeViolation } from '../../../../../src/harness/delivery/guarantees/guarantee.ts';
import { idempotent } from '../../../../../src/harness/delivery/guarantees/idempotent.ts';
import { orderIndependent } from '../../../../../src/harness/delivery/guarantees/orderIndependent.ts';
import { examineResurrection, resurrection } from '../../../../../src/harness/delivery/guarantees/resurrection.ts';

const set = { 'case.caseId': 'case-1' };
const history = [
  fixture('CASE.CREATED', { set, seed: 1 }),
  fixture('CASE.DELETED', { set, seed: 2 }),
] as unknown as readonly CasesEvent[];
const [created] = history as readonly [CasesEvent];
const afterDeletion: Fault = { kind: 'reordering', event: created.id, by: 1 };

const violation = (more: Partial<GuaranteeViolation> = {}): GuaranteeViolation =>
  ({
    guarantee: orderIndependent,
    history,
    faults: [afterDeletion],
    calls: [{ arrivals: [{ event: 1 }], reported: [], redelivered: [] }],
    ...more,
  }) as GuaranteeViolation;

/** What the handler keeps after a delivery of these events. */
const keeping =
  (keep: (events: readonly number[]) => unknown): Deliver =>
  async (_, batches) => ({
    calls: [],
    seen: keep(batches.flat().flatMap((arrival) => ('event' in arrival ? [arrival.event] : []))),
  });

test('a delivery restores a deleted case if the outcome names it, and would not in order', async () => {
  const naive = keeping((events) => (events.at(-1) === 0 ? { 'case-1': {} } : {}));
  expect(await examineResurrection(violation(), naive)).toEqual({ resurrects: true });
});

test('a case that is named in order, too, is not restored', async () => {
  const logging = keeping((events) => ({ deleted: ['case-1'], events }));
  expect(await examineResurrection(violation(), logging)).toEqual({ resurrects: false });
});

test('a delivery restores a case if the outcome is the same as without the deletion', async () => {
  const counting = keeping((events) => ({ open: events.at(-1) === 0 ? 1 : 0 }));
  expect(await examineResurrection(violation(), counting)).toEqual({ resurrects: true });
  const lost = keeping((events) => ({ open: events.length === 2 ? events[0] : 7 }));
  expect(await examineResurrection(violation(), lost)).toEqual({ resurrects: false });
});

test('nothing is restored, and nothing delivered, if the delivery failed or no event comes after a deletion', async () => {
  const deliver = jest.fn();
  const failed = { kind: 'threw', failure: { kind: 'threw' } } as const;
  expect(await examineResurrection(violation({ failed }), deliver)).toEqual({ resurrects: false });
  expect(await examineResurrection(violation({ faults: [] }), deliver)).toEqual({ resurrects: false });
  expect(deliver).not.toHaveBeenCalled();
});

test('the headline tells a restored case from an older event after the deletion, and from any other order', () => {
  expect(orderIndependent.headline(violation({ resurrects: true }) as never)).toBe(resurrection);
  expect(orderIndependent.headline(violation() as never)).toBe(
    'the outcome depends on the order in which events arrive: an older event comes after the deletion',
  );
  expect(orderIndependent.headline(violation({ faults: [] }) as never)).toBe(
    'the outcome depends on the order in which events arrive',
  );
  const again: Fault = { kind: 'duplicates', event: created.id, by: 2 };
  expect(idempotent.headline(violation({ faults: [again], resurrects: true }) as never)).toBe(resurrection);
  expect(idempotent.headline(violation({ faults: [again] }) as never)).toBe(
    'the handler is not idempotent: an older event that comes again, after the deletion, changes the outcome',
  );
});
