import { readdirSync } from 'node:fs';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { HandlerOutcome } from '../../../../src/harness/expectation/expectation.ts';
import { judgeOutcome } from '../../../../src/harness/expectation/judgeOutcome.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import { UnhandledErrorTracker } from '../../../../src/harness/lambda/unhandledErrorTracker.ts';
import type { VerifyOptions } from '../../../../src/harness/run/runOptions.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
beforeEach(() => {
  delete process.env.CI;
});

const reading = contractsFor(
  'refunds',
  { ...ignoringAll, 'CASE.UPDATED': ['case.caseId', 'case.fields.title'] },
  { domain: exampleDomain },
).find(({ eventType }) => eventType === 'CASE.UPDATED') as Contract;

const titleOf = ({ detail }: Any): string | undefined => detail.case.fields?.title?.value.stringValue;
const handler = async (event: Any): Promise<object> => ({ caseId: event.detail.case.caseId, title: titleOf(event) });

async function failureOf(
  options: VerifyOptions,
  of: Parameters<typeof verify>[1] = handler,
): Promise<ContractViolation> {
  const failure = await rejection(verify(reading, of as never, options));
  if (!(failure instanceof ContractViolation)) throw failure;
  return failure;
}

const rows = new Map<string, string | undefined>();
const table = {
  async put(caseId: string, title: string | undefined): Promise<void> {
    rows.set(caseId, title);
  },
};
const storing = async (event: Any): Promise<void> => table.put(event.detail.case.caseId, titleOf(event));

test('every event is judged by its answer, its calls and what is observed', async () => {
  const seen: [HandlerOutcome, CasesEvent][] = [];
  await verify(reading, storing, {
    reset: () => rows.clear(),
    downstream: ({ watch }) => {
      table.put = watch(table.put);
    },
    observe: async () => [...rows],
    expect: (outcome, event) => void seen.push([outcome, event]),
  });
  expect(seen.length).toBeGreaterThan(150);
  for (const [outcome, event] of seen) {
    const { caseId } = (event as Any).detail.case;
    const title = titleOf(event);
    expect(outcome).toEqual({
      answer: null,
      calls: [{ name: 'put', args: [caseId, title ?? null], outcome: 'done' }],
      observed: [[caseId, title]],
    });
  }
  expect(warnings).toEqual([]);
});

test('behind a transport the answer is that of the function', async () => {
  const answers = new Set<string>();
  await verify(
    reading,
    viaSqs(async ({ Records }: Any) => {
      for (const { body } of Records) await handler(JSON.parse(body));
      return { batchItemFailures: [] };
    }),
    { expect: ({ answer }) => void answers.add(JSON.stringify(answer)) },
  );
  expect([...answers]).toEqual(['{"batchItemFailures":[]}']);
});

test('a refused outcome fails like any other check: shrunk, with witness and replay', async () => {
  const options: VerifyOptions = {
    downstream: ({ watch }) => {
      table.put = watch(table.put);
    },
    expect: ({ calls }) => {
      expect(calls[0]?.args[1]).not.toBeNull();
    },
  };
  const { message, class: eventClass, replay, cause } = await failureOf(options, storing);
  expect(message.split('\n')[0]).toBe(
    'refunds handles CASE.UPDATED: the handler gave a result that options.expect refuses on an event that AWS may send (class sparse).',
  );
  expect(message).toContain('All that differs from the sample (1)\n  detail.case.fields');
  expect(message).toMatch(
    /What the handler did\n {2}\w*Error: expect\(received\)\.not\.toBeNull\(\)\n {2}Received: null\n {2}in .*judgeOutcome\.test\.ts:\d+:\d+/,
  );
  expect(message).toMatch(/The watched calls, in this order\n {2}put\("[-\w]+", null\)\n/);
  expect(message).toContain('verify(contract, handler, { downstream, expect, seed: ');
  expect(eventClass).toBe('sparse');
  expect((cause as Error).message).toContain('toBeNull');
  expect(readdirSync('__witnesses__')).toHaveLength(1);
  const again = await failureOf({ ...options, ...(replay as object) }, storing);
  expect(again.message.split('\n\nReplay')[0]).toBe(message.split('\n\nReplay')[0]);
});

test('the checks of the package come first', async () => {
  const { message } = await failureOf({ expect: () => false }, () => {
    throw new Error('first');
  });
  expect(message).toContain('the handler failed on an event');
});

test('an expectation that only another reading breaks warns, as other failures do', async () => {
  await verify(reading, handler, {
    expect: (_, { detail }) => {
      if (detail.performedBy === undefined) throw new Error('nobody did it');
    },
  });
  expect(warnings.join('')).toContain('nobody did it');
});

test('foreign events are judged, too', async () => {
  const { message } = await failureOf(
    { foreign: true, expect: (_, { detail }) => 'changedFieldIds' in detail },
    () => ({}),
  );
  expect(message).toContain('What the handler did\n  options.expect returned false.');
});

const tracker = new UnhandledErrorTracker();
const judging = {
  rebuild: () => ({ detail: { tags: ['a'] } }),
  timeout: 30,
  errorTracker: tracker,
  title: 'refunds handles CASE.UPDATED',
  when: 'after call 3 of the handler',
};
const outcome: HandlerOutcome = { answer: null, calls: [], observed: undefined };

test.each<[string, (outcome: HandlerOutcome, event: Any) => unknown, object | undefined]>([
  ['returns nothing', () => undefined, undefined],
  ['returns true', () => true, undefined],
  ['returns a value', () => 0, undefined],
  ['resolves', async () => undefined, undefined],
  ['returns false', () => false, { kind: 'unexpected', returned: false }],
  ['resolves with false', async () => false, { kind: 'unexpected', returned: false }],
  [
    'throws a text',
    () => {
      throw 'no';
    },
    { kind: 'unexpected', error: 'no' },
  ],
  ['rejects', () => Promise.reject(new Error('no')), { kind: 'unexpected', error: new Error('no') }],
])('an expectation that %s has its verdict', async (_, expectation, failure) => {
  expect(await judgeOutcome(outcome, { ...judging, expect: expectation })).toEqual(failure);
});

test('an expectation that never settles is named, and not the handler', async () => {
  const never = judgeOutcome(outcome, { ...judging, expect: () => new Promise(() => {}) });
  expect((await rejection(never)).message).toBe(
    'refunds handles CASE.UPDATED: options.expect did not settle in 30 ms, after call 3 of the handler. Let it settle, or raise options.timeout.',
  );
});

test('an expectation that changes the event is named, and not the handler', async () => {
  const changing = judgeOutcome(outcome, {
    ...judging,
    expect: (_, event: Any) => void event.detail.tags.sort().push('b'),
  });
  expect((await rejection(changing)).message).toBe(
    'refunds handles CASE.UPDATED: options.expect changed the event that it was given. Let it work on a copy.',
  );
});

test.each([
  [
    () => {
      throw 'no such row';
    },
    'options.expect threw "no such row", which is not an Error. Throw an Error that says what is wrong.',
  ],
  [() => false, 'options.expect returned false.'],
])('the report names a refusal without an Error', async (expectation, line) => {
  const { message } = await failureOf({ expect: expectation });
  expect(message).toContain(`What the handler did\n  ${line}`);
});
