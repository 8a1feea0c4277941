import { existsSync } from 'node:fs';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { realProcess } from '../../../../model/platform/realProcess.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { readReplayRequest } from '../../../../src/harness/replayRequest/replayRequest.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { getPartPath } from '../../../../src/pact/part.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { nameTest } from '../../../helpers/nameTest.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { withoutCi } from '../../../helpers/withoutCi.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
withoutCi();
const { CASES_REPLAY } = process.env;

beforeEach(() => {
  // As a consumer names its test.
  nameTest("o'neill handles CASE.UPDATED");
});
afterEach(() => {
  delete process.env.CASES_REPLAY;
  if (CASES_REPLAY !== undefined) process.env.CASES_REPLAY = CASES_REPLAY;
});

const table = { ...ignoringAll, 'CASE.CREATED': ['case.caseId'], 'CASE.UPDATED': ['case.caseId'] } as const;
const contracts = contractsFor("o'neill", table, { domain: exampleDomain });
const [created, updated] = contracts;

/** The text between the quotes of a failure's replay line, as a shell reads it. */
function readLine(message: string): string {
  const [, text = ''] = /\nReplay\n {2}CASES_REPLAY='(.*)' npx jest\n/.exec(`${message}\n`) ?? [];
  return text.replaceAll("'\\''", "'");
}

const seen: object[] = [];
const failing = async (event: Any) => {
  seen.push(event);
  return `${event.detail.case.caseId} by ${event.detail.performedBy.user.userArn}`;
};
const passing = async (event: Any) => {
  seen.push(event);
  return event.detail.case?.caseId;
};
afterEach(() => seen.splice(0));

describe('a failure of verify', () => {
  test('is replayed by its own line: the same event, and no other', async () => {
    const first = (await rejection(verify(updated, failing))) as Any;
    process.env.CASES_REPLAY = readLine(first.message);
    expect(process.env.CASES_REPLAY).toMatch(/^o'neill handles CASE\.UPDATED \| failing \| -?\d+ \| fixed:\d+:0$/);
    seen.splice(0);
    const second = (await rejection(verify(updated, failing))) as Any;
    expect(second.event).toEqual(first.event);
    expect(seen[0]).toEqual(first.event);
    expect(seen.length).toBeLessThan(5);
  });

  test.each([
    [
      'behind a queue',
      () => viaSqs(async ({ Records }) => Promise.all(Records.map(({ body }) => failing(JSON.parse(body))))),
    ],
    ['of an event that comes twice', () => makeForgetful()],
    [
      'of a foreign event',
      () =>
        async ({ detail }: Any) =>
          detail.eventType === 'AwsApiCall' && detail.case.caseId,
    ],
  ])('%s has a line that replays it', async (_, make) => {
    const options = { foreign: true };
    const first = (await rejection(verify(updated, make() as never, options))) as Any;
    process.env.CASES_REPLAY = readLine(first.message);
    const second = (await rejection(verify(updated, make() as never, options))) as Any;
    expect([second.class, second.replay]).toEqual([first.class, first.replay]);
  });

  test('that no single event shows again is replayed as a whole', async () => {
    const handler = async ({ detail }: Any) => detail.case.caseId + detail.performedBy.iamPrincipalArn;
    const first = (await rejection(verify(updated, handler, { ambiguities: 'fail' }))) as Any;
    process.env.CASES_REPLAY = readLine(first.message);
    expect(process.env.CASES_REPLAY).toMatch(/ \| whole$/);
    const second = (await rejection(verify(updated, handler, { ambiguities: 'fail' }))) as Any;
    expect(second.message).toBe(first.message);
  });
});

/** A handler that fails on an event that it knows. */
function makeForgetful(): (event: Any) => Promise<string> {
  const known = new Set<string>();
  return async ({ id, detail }) => {
    if (known.has(id)) throw new Error('twice');
    known.add(id);
    return detail.case.caseId;
  };
}

describe('the other contracts', () => {
  const request = "o'neill handles CASE.UPDATED | passing | 7 | 3";

  test('pass without being played, write no part, and one line says so', async () => {
    await verify(created, passing, { runs: 1 });
    const part = getPartPath('pacts', created);
    expect(existsSync(part)).toBe(true);
    process.env.CASES_REPLAY = request;
    seen.splice(0);
    await verify(created, failing);
    await verify(contracts[2], failing);
    await verifyDelivery(contracts, failing, { reset: () => undefined, observe: () => undefined });
    expect(seen).toEqual([]);
    expect(existsSync(getPartPath('pacts', contracts[2]))).toBe(false);
    expect(warnings.filter((line) => line.includes('CASES_REPLAY'))).toEqual([
      'CASES_REPLAY plays only "o\'neill handles CASE.UPDATED". All others pass without being played, and write no part.\n',
    ]);
  });

  test('include another handler of the same contract, which is named', async () => {
    process.env.CASES_REPLAY = request;
    await verify(updated, failing);
    expect(warnings.join('')).toContain(
      "o'neill handles CASE.UPDATED: failing is not played, because CASES_REPLAY names another handler, passing.",
    );
  });

  test('a replay that passes says so', async () => {
    process.env.CASES_REPLAY = request;
    await verify(updated, passing);
    expect(warnings.join('')).toContain("o'neill handles CASE.UPDATED: replayed 3 of seed 7: the handler passes.");
    expect(existsSync(getPartPath('pacts', updated))).toBe(false);
  });
});

describe('a failure of verifyDelivery', () => {
  beforeEach(() => void nameTest("o'neill deliveries"));

  const counted = new Map<string, number>();
  const count = async ({ detail }: Any) => {
    const id = detail.case?.caseId ?? detail.relatedItem.caseId;
    counted.set(id, (counted.get(id) ?? 0) + 1);
  };
  const options = {
    reset: () => counted.clear(),
    observe: () => [...counted].sort(),
    tolerates: ['duplicates'] as const,
  };

  test('is replayed by its own line', async () => {
    const first = (await rejection(verifyDelivery(contracts, count, options))) as Any;
    process.env.CASES_REPLAY = readLine(first.message);
    expect(process.env.CASES_REPLAY).toMatch(/^o'neill deliveries \| count \| 0 \| \d+(:\d+)*$/);
    const second = (await rejection(verifyDelivery(contracts, count, options))) as Any;
    // A replay keeps no witness.
    expect(`${second.message}\n`).toBe(first.message.replace(/ {2}Kept in .*$/, ''));
    expect(second.history).toEqual(first.history);
  });

  test('differs from others by its test', async () => {
    nameTest('twice');
    const first = (await rejection(verifyDelivery(contracts, count, options))) as Any;
    process.env.CASES_REPLAY = readLine(first.message);
    expect(process.env.CASES_REPLAY).toContain('deliveries | count in "twice" | 0 | ');
    nameTest('three times');
    await verifyDelivery(contracts, count, options);
    expect(warnings.join('')).toContain('count in "three times" is not played');
  });

  test('that is repaired says that it passes', async () => {
    process.env.CASES_REPLAY = "o'neill deliveries | passing | 0 | 1";
    await verifyDelivery(contracts, passing, { ...options, observe: () => 1 });
    expect(warnings.join('')).toContain("o'neill: replayed 1 of seed 0: the handler passes.");
  });
});

describe('a wrong request is refused:', () => {
  test.each([
    [
      'no text of ours',
      'yes',
      'CASES_REPLAY is "yes"; allowed: the text between the quotes of a failure\'s replay line',
    ],
    [
      'a row that the table does not have',
      "o'neill handles CASE.UPDATE | passing | 7 | 3",
      'the title in CASES_REPLAY is "o\'neill handles CASE.UPDATE"; allowed: "o\'neill handles CASE.CREATED", ',
    ],
    [
      'a path of no kind',
      "o'neill handles CASE.UPDATED | passing | 7 | fix",
      'the path in CASES_REPLAY is "fix"; allowed: ',
    ],
    [
      'a fixed case that no longer exists',
      "o'neill handles CASE.UPDATED | passing | 7 | fixed:99999:0",
      'the path in CASES_REPLAY is "fixed:99999:0"; allowed: fixed:0 to fixed:',
    ],
    [
      'a shrunk event that no longer exists',
      "o'neill handles CASE.UPDATED | passing | 7 | fixed:3:0:99999",
      'the path in CASES_REPLAY is "fixed:3:0:99999"; allowed: the path of a failure',
    ],
  ])('%s', async (_, text, words) => {
    process.env.CASES_REPLAY = text;
    expect(((await rejection(verify(updated, passing))) as Error).message).toContain(words);
  });

  test('a path of verify for deliveries, and one that does not exist', async () => {
    nameTest("o'neill deliveries");
    const options = { reset: () => 0, observe: () => 0 };
    for (const [path, words] of [
      ['fixed:3', 'the path in CASES_REPLAY is "fixed:3"; allowed: a path that a failure prints'],
      ['1:99999', 'the path in CASES_REPLAY is "1:99999"; allowed: the path of a failure'],
    ] as const) {
      process.env.CASES_REPLAY = `o'neill deliveries | passing | 7 | ${path}`;
      expect(((await rejection(verifyDelivery(contracts, passing, options))) as Error).message).toContain(words);
    }
  });

  test('an empty text is no request', () => {
    process.env.CASES_REPLAY = '';
    expect(readReplayRequest()).toBeUndefined();
  });

  test('of another consumer: the process says at its end that it found nothing, and fails', async () => {
    const { once } = realProcess;
    const key = Symbol.for('connect-cases-contracts: replay');
    const own = realProcess as Any;
    const [state, connected, exitCode] = [
      own[key],
      Object.getOwnPropertyDescriptor(realProcess, 'connected'),
      realProcess.exitCode,
    ];
    const atExit: (() => void)[] = [];
    try {
      delete own[key];
      own.once = (_: string, listener: () => void) => atExit.push(listener);
      Object.defineProperty(realProcess, 'connected', { configurable: true, value: undefined });
      process.env.CASES_REPLAY = 'others handles CASE.UPDATED | handler | 7 | 3';
      await verify(updated, passing);
      await verify(created, passing);
      warnings.length = 0;
      for (const listener of atExit) listener();
      expect(realProcess.exitCode).toBe(1);
    } finally {
      realProcess.exitCode = exitCode;
      own.once = once;
      own[key] = state;
      if (connected === undefined) delete own.connected;
      else Object.defineProperty(realProcess, 'connected', connected);
    }
    expect(warnings).toEqual([
      'CASES_REPLAY found nothing to replay: no test of this run plays "others handles CASE.UPDATED" with handler.\n',
    ]);
  });
});
