import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

const [, updated] = contractsFor('refunds', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId'] });

async function messageOf(handler: (event: Any) => Promise<unknown>): Promise<string> {
  const error = await rejection(verify(updated as never, handler, { ambiguities: 'off', runs: 20 }));
  expect(error).toBeInstanceOf(ContractViolation);
  return error.message;
}

/** Changes an event after some turns of the event loop. One turn belongs to the call. */
function changeAfter(turns: number, event: Any): void {
  setImmediate(() => (turns > 1 ? changeAfter(turns - 1, event) : Object.assign(event.detail, { done: true })));
}

const headline = 'refunds handles CASE.UPDATED: the handler changed the event object on an event that AWS may send';
const late =
  '\n  It wrote to the event object it was given, after it had returned. Other code that gets the same object';

test('a change of each event after the verdict on its call fails the handler', async () => {
  const message = await messageOf(async (event) => changeAfter(3, event));
  expect(message).toContain(headline);
  expect(message).toContain(late);
});

test('a late change is reported as one even if chance shows it in a single call', async () => {
  let calls = 0;
  const message = await messageOf(async (event) => changeAfter(++calls === 30 ? 1 : 3, event));
  expect(message).toContain(headline);
  expect(message).toContain(late);
});

test('a late change of some events only is found, and shrunk to its reason', async () => {
  const message = await messageOf(async (event) => {
    if (event.detail.performedBy.user === undefined) changeAfter(3, event);
  });
  expect(message).toContain(late);
  expect(message).toMatch(/\nAll that differs from the sample \(1\)\n {2}detail\.performedBy\.user: .* → absent\n/);
});

test('a change before the return is reported as before', async () => {
  const message = await messageOf(async (event) => void Object.assign(event.detail, { done: true }));
  expect(message).toContain(headline);
  expect(message).toContain('\n  It wrote to the event object it was given. Other code');
});
