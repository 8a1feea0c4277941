import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { describeNeverSent } from '../../../../src/harness/downstream/describeNeverSent.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { contracts } from '../delivery/correct.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();

const sent = 'watchClient marks SendEmialCommand once, but the handler never sends it.';

test('it suggests the nearest name for a misspelt command', () => {
  const client = { marked: ['SendEmialCommand'], called: new Set(['SendEmailCommand', 'PutItemCommand']) };
  expect(describeNeverSent(client)).toEqual([`${sent} Did you mean "SendEmailCommand"?`]);
});

test('it lists all names for any other command', () => {
  const client = { marked: ['PayCommand', 'PutItemCommand'], called: new Set(['SendEmailCommand', 'PutItemCommand']) };
  expect(describeNeverSent(client)).toEqual([
    'watchClient marks PayCommand once, but the handler never sends it. It sends "SendEmailCommand", "PutItemCommand".',
  ]);
});

class SendEmailCommand {
  readonly input: object;
  constructor(input: object) {
    this.input = input;
  }
}

test.each([
  ['warns of a misspelt command', 'SendEmialCommand', [`refunds: ${sent} Did you mean "SendEmailCommand"?`]],
  ['says nothing of a right one', 'SendEmailCommand', []],
])('verifyDelivery %s', async (_, once, lines) => {
  const mails = { send: async (_command: Any): Promise<object> => ({}) };
  const handler = async ({ detail: { case: changed, relatedItem } }: Any): Promise<void> =>
    void (await mails.send(new SendEmailCommand({ about: changed?.caseId ?? relatedItem?.relatedItemId })));
  await verifyDelivery(contracts, handler, {
    reset: () => undefined,
    downstream: ({ watchClient }) => watchClient(mails, { once: [once] }),
    tolerates: ['outage'],
    runs: 20,
  });
  expect(warnings.filter((line) => line.includes('watchClient')).map((line) => line.trim())).toEqual(lines);
});
