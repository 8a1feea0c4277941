import { createHash } from 'node:crypto';
import type { Contract } from '../../contracts/contract.ts';
import { ContractViolation } from '../../src/harness/failure/contractViolation.ts';
import type { Handler } from '../../src/harness/lambda/runHandler.ts';
import { viaSqs } from '../../src/harness/transports/sqs.ts';
import { dropNoOutcome } from '../helpers/dropNoOutcome.ts';
import { inEmptyDirectories } from '../helpers/emptyDirectory.ts';
import { verifyWhateverItReads as verify } from '../helpers/verifyWhateverItReads.ts';
import { contractsOf } from './contractsOf.ts';
import { correctHandlers } from './correct.ts';
import { absence } from './faulty/absence.ts';
import { identifiers } from './faulty/identifiers.ts';
import { novelties } from './faulty/novelties.ts';
import { numbers } from './faulty/numbers.ts';
import { texts } from './faulty/texts.ts';

const warnings = inEmptyDirectories();

type Any = ReturnType<typeof JSON.parse>;

const caseOf = ({ detail }: Any): string => detail?.case?.caseId ?? detail?.relatedItem?.caseId ?? '';

/** Ways for a consumer to recognise an event: the key under which it keeps it. */
const keys: Readonly<Record<string, (event: Any) => string>> = {
  'the id of the event': ({ id }) => id,
  'the id of the case': caseOf,
  'case and time of change': (event) => `${caseOf(event)} ${event.detail?.approximateChangeTime}`,
  'a hash of the detail': ({ detail }) => createHash('sha256').update(JSON.stringify(detail)).digest('hex'),
};

/** The handler behind a memory of keys: it skips known events, even after a failure. */
function once(handler: Handler, keyOf: (event: Any) => string): Handler {
  const seen = new Set<string>();
  return ((event: Any, ...rest: unknown[]) => {
    const key = keyOf(event);
    if (seen.has(key)) return undefined;
    seen.add(key);
    return (handler as Any)(event, ...rest);
  }) as Handler;
}

/** The handler behind a read model in which the newest change of a case wins. */
function newest(handler: Handler): Handler {
  const changed = new Map<string, number>();
  return ((event: Any, ...rest: unknown[]) => {
    const time = Date.parse(event.detail?.approximateChangeTime);
    if (time <= (changed.get(caseOf(event)) ?? 0)) return undefined;
    changed.set(caseOf(event), time);
    return (handler as Any)(event, ...rest);
  }) as Handler;
}

/** The handler behind a queue, with a memory of the messages. */
function behindQueue(handler: Handler): Handler {
  const seen = new Set<string>();
  return viaSqs(async ({ Records }: Any, context: Any) => {
    for (const { messageId, body } of Records) {
      if (seen.has(messageId)) continue;
      seen.add(messageId);
      await (handler as Any)(JSON.parse(body), context);
    }
  });
}

const ways: readonly (readonly [string, (handler: Handler) => Handler])[] = [
  ...Object.entries(keys).map(([name, keyOf]) => [name, (handler: Handler) => once(handler, keyOf)] as const),
  ['the newest change of the case', newest],
  ['the id of the message', behindQueue],
];

/** Eighteen faults of all kinds that default settings find. */
const faults = [
  ...absence.slice(0, 6),
  ...texts.slice(0, 4),
  ...numbers.slice(0, 3),
  ...identifiers.slice(0, 3),
  ...novelties.slice(0, 2),
];

describe.each(ways)('a consumer that recognises its events by %s', (_, remembering) => {
  test.each(faults.map((fault) => [fault.name, fault] as const))('is caught if it %s', async (_, fault) => {
    const contract = contractsOf(fault.reads).find(({ title }) => title.endsWith(` ${fault.in}`)) as Contract;
    const handler = remembering(fault.handler);
    const found = await verify(contract, handler).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(found).toBeInstanceOf(ContractViolation);
    const { replay, message } = found as ContractViolation;
    expect(message.split('\n').slice(2, 9).join('\n')).not.toMatch(/^ {2}(id|time|detail\.approximateChangeTime)\b/m);
    // The event itself comes again, to a new consumer.
    const again = verify(contract, remembering(fault.handler), replay ?? {});
    await expect(again).rejects.toBeInstanceOf(ContractViolation);
  });

  const returning = correctHandlers.filter(({ handler }) => handler.length < 3);
  test.each(returning.slice(0, 6).map((correct) => [correct.name, correct] as const))(
    'causes neither a failure nor a warning with %s',
    async (_, { reads, handler }) => {
      const remembered = remembering(handler);
      for (const contract of contractsOf(reads)) await verify(contract, remembered);
      expect(dropNoOutcome(warnings)).toEqual([]);
    },
  );
});

describe('a consumer that mistakes most events for repeats', () => {
  const [, updated] = contractsOf({ 'CASE.UPDATED': ['case.caseId', 'case.templateId', 'case.fields.title'] }) as [
    Contract,
    Contract,
  ];
  const handler = (({ detail }: Any) =>
    `${detail.case?.caseId}: ${detail.case?.fields?.title?.value?.stringValue}`) as Handler;

  test('causes a warning that lists what it no longer reads', async () => {
    await verify(
      updated,
      once(handler, ({ detail }) => detail.case?.templateId),
    );
    expect(warnings).toEqual([
      'refunds handles CASE.UPDATED: the handler skips events as duplicates: give `reset`. It read case.caseId, case.fields.title of the first event, but not of the last one, though only ids and times differ. Skipped events are not tested.\n',
    ]);
  });

  test('causes no warning if reset clears its memory', async () => {
    let forgetful = once(handler, ({ detail }) => detail.case?.templateId);
    const reset = () => {
      forgetful = once(handler, ({ detail }) => detail.case?.templateId);
    };
    await verify(updated, ((event: Any) => (forgetful as Any)(event)) as Handler, { reset });
    expect(dropNoOutcome(warnings)).toEqual([]);
  });
});

test('the failure of a consumer on its second sample says that the sample came twice', async () => {
  const [created] = contractsOf({ 'CASE.CREATED': ['case.caseId'] }) as [Contract];
  const inserting = () => {
    const seen = new Set<string>();
    return (({ detail }: Any) => {
      if (seen.has(detail.case?.caseId)) throw new Error('duplicate key');
      seen.add(detail.case?.caseId);
    }) as Handler;
  };
  const failure = await verify(created, inserting()).catch((error: unknown) => error);
  expect((failure as ContractViolation).message).toMatch(
    /^refunds handles CASE\.CREATED: .*\n\nThe handler received this event before\n {2}the sample, played twice; give `reset` if each event should be the handler's first\n\nWhat the handler did\n {2}Error: duplicate key\n/,
  );
  const { replay } = failure as ContractViolation;
  expect(replay?.path).toBe('again:0');
  await expect(verify(created, inserting(), replay)).rejects.toThrow('received this event before');
});
