import type { EventBridgeEvent } from 'aws-lambda';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import type { HandlerOutcome } from '../../../../src/harness/expectation/expectation.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

const [contract] = contractsFor(
  'refunds',
  { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] },
  { domain: exampleDomain },
);
const typed = async (event: EventBridgeEvent<string, { readonly eventType: string }>): Promise<string> => event.id;

/** What the compiler checks. Nothing here is called. */
function judge(one: NonNullable<typeof contract>): void {
  void verify(one, async () => undefined, {
    expect: ({ answer, calls, observed }, { id, detail }) =>
      [answer, calls[0]?.args, observed, id, detail.eventType].length > 0,
  });
  // The event is that of the contract, also beside a handler of another type.
  void verify(one, typed, { expect: (_, { detail }) => detail.case?.fields?.title?.value.stringValue });
  // @ts-expect-error no member of that name
  void verify(one, typed, { expect: (_, { details }) => details });
  // @ts-expect-error an outcome has no member of that name
  void verify(one, typed, { expect: ({ result }) => result });
}

test('an expectation is typed by its contract, and an outcome is plain data', () => {
  const outcome: HandlerOutcome = { answer: null, calls: [{ name: 'put', args: [1], outcome: 'done' }], observed: 1 };
  expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  expect(typeof judge).toBe('function');
});
