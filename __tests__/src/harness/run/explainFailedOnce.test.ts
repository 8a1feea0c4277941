import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import type { VerifyOptions } from '../../../../src/harness/run/runOptions.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { getPartPath } from '../../../../src/pact/part.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { verifyWhateverItReads as verify } from '../../../helpers/verifyWhateverItReads.ts';
import { withoutCi } from '../../../helpers/withoutCi.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
withoutCi();

const contracts = contractsFor('refunds', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId', 'performedBy'] });
const updated = contracts.find(({ eventType }) => eventType === 'CASE.UPDATED') as unknown as Contract;
const options: VerifyOptions = { ambiguities: 'off', runs: 20 };

const caseIdOf = ({ detail }: Any): string => detail.case.caseId;
const userOf = (event: Any): string => `${caseIdOf(event)} ${event.detail.performedBy.user.userArn ?? ''}`;

async function errorOf(handler: (event: Any) => unknown, chosen: VerifyOptions = options): Promise<Error> {
  return rejection(verify(updated, handler as Handler, chosen));
}

/** Checks that the report does not blame the event, and that nothing is kept. */
function expectOnce(error: Error, words: string): void {
  expect(error.message).toContain(`refunds handles CASE.UPDATED: the handler ${words}`);
  expect(error.message).toContain('but passed when the same event was played again');
  expect(error.message).not.toMatch(/sample|AWS|Replay|witness/);
  expect(error).not.toBeInstanceOf(ContractViolation);
  expect(existsSync('__witnesses__')).toBe(false);
  expect(existsSync(getPartPath('pacts', updated))).toBe(false);
}

function differencesOf(error: Error): string[] {
  return (error as ContractViolation).differences.map(({ steps: segments }) => segments.join('.'));
}

/** A handler that fails on one of its calls, like a network. */
function failingAt(fails: (call: number) => boolean, handler: (event: Any) => unknown = caseIdOf) {
  let calls = 0;
  return async function reading(event: Any): Promise<unknown> {
    if (fails(++calls))
      throw new Error('the store is away', { cause: new Error('connect ECONNREFUSED 127.0.0.1:5432') });
    return handler(event);
  };
}

test('an error that comes once is not blamed on the event, and all known facts are reported', async () => {
  const error = await errorOf(failingAt((call) => call === 40));
  expectOnce(error, 'failed on call 40 of this run');
  expect(error.message.replace(/\(\S*explainFailedOnce\.test\.ts:\d+:\d+\)/, '(explainFailedOnce.test.ts)')).toBe(
    [
      'refunds handles CASE.UPDATED: the handler failed on call 40 of this run, but passed when the same event was played again.',
      '',
      'What the handler did',
      '  Error: the store is away',
      '  caused by Error: connect ECONNREFUSED 127.0.0.1:5432',
      '  in reading (explainFailedOnce.test.ts)',
      '',
      'So the cause is not the event: look at the network, the time, or state that the handler keeps between',
      'calls. If it keeps state, give `reset`, which clears it before every event. No part is written.',
    ].join('\n'),
  );
  expect(error.cause).toMatchObject({ message: 'the store is away' });
  expect(error.stack).toMatch(/played again[\s\S]*\n {4}at .*explainFailedOnce\.test\.ts:\d+/);
  expect(warnings).toEqual([]);
});

describe('an error is not blamed on the event if it comes', () => {
  test.each([1, 2, 3, 7, 60])('once, on call %d', async (at) => {
    expectOnce(await errorOf(failingAt((call) => call === at)), `failed on call ${at} of this run`);
  });

  test('on every 50th call, also while the event shrinks', async () => {
    expectOnce(await errorOf(failingAt((call) => call % 50 === 0)), 'failed on call 50 of this run');
  });

  test('once on a random event', async () => {
    let fixed = 0;
    await verify(updated, (event: Any) => [fixed++, caseIdOf(event)], { ...options, runs: 0 });
    // The last two calls look at reads.
    const at = fixed + 5;
    expectOnce(await errorOf(failingAt((call) => call === at)), `failed on call ${at} of this run`);
  });

  test('once on a foreign event', async () => {
    let failed = false;
    const handler = (event: Any): unknown => {
      if (!failed && event['detail-type'] !== 'Amazon Connect Cases Change') {
        failed = true;
        throw new Error('away');
      }
      return event.detail.case?.caseId;
    };
    expectOnce(await errorOf(handler, { ...options, foreign: true }), 'failed on call');
  });

  test('once on an event that comes a second time', async () => {
    const seen = new Set<string>();
    let failed = false;
    const handler = (event: Any): string => {
      if (seen.has(event.id) && !failed) {
        failed = true;
        throw new Error('away');
      }
      seen.add(event.id);
      return caseIdOf(event);
    };
    expectOnce(await errorOf(handler), 'failed on call');
  });

  test('once on another reading: it says nothing about that reading, and causes no warning', async () => {
    let failed = false;
    const handler = (event: Any): string => {
      if (event.detail.performedBy === undefined && !failed) {
        failed = true;
        throw new Error('away');
      }
      return `${caseIdOf(event)} ${event.detail.performedBy}`;
    };
    expectOnce(await errorOf(handler, { ...options, ambiguities: 'warn' }), 'failed on call');
    expect(warnings).toEqual([]);
  });

  test('once behind a transport', async () => {
    const reading = failingAt((call) => call === 40);
    const handler = viaSqs(async ({ Records }: Any) => {
      for (const { body } of Records) await reading(JSON.parse(body));
    });
    expectOnce(await errorOf(handler as never), 'failed on call 40 of this run');
  });

  test('once on a witness of a corrected handler: it stays until it passes', async () => {
    let mended = false;
    let calls = 0;
    const handler = (event: Any): string => {
      if (!mended) return userOf(event);
      if (++calls === 1) throw new Error('away');
      return caseIdOf(event);
    };
    expect(await errorOf(handler)).toBeInstanceOf(ContractViolation);
    mended = true;
    const error = await errorOf(handler);
    expect(error.message).toContain(
      'the handler failed on call 1 of this run, but passed when the same event was played',
    );
    expect(readdirSync('__witnesses__')).toHaveLength(1);
    expect((await errorOf(handler)).message).toBe('the handler passed');
    expect(existsSync('__witnesses__')).toBe(false);
  });
});

describe('other failures that happen once:', () => {
  test.each<[string, (event: Any) => unknown, string, string]>([
    ['a hang', () => new Promise(() => {}), 'did not settle on call 40', 'within 60 ms'],
    [
      'an answer outside JSON',
      () => 10n,
      'returned a value that is not JSON on call 40',
      'as JSON: the invocation fails.',
    ],
    [
      'a change of the event',
      (event) => {
        event.detail.case.caseId = '';
      },
      'changed the event object on call 40',
      'work on a copy',
    ],
  ])('%s', async (_, once, words, lines) => {
    let calls = 0;
    const handler = async (event: Any): Promise<unknown> => (++calls === 40 ? once(event) : caseIdOf(event));
    const error = await errorOf(handler, { ...options, timeout: 60 });
    expectOnce(error, `${words} of this run`);
    expect(error.message).toContain(lines);
  });
});

describe('a failure that comes again with its event', () => {
  test('is found even if a network error comes while it shrinks, which is not blamed on a smaller event', async () => {
    let [failed, away] = [false, false];
    const error = await errorOf((event: Any) => {
      if (event.detail.performedBy.user === undefined) failed = true;
      else if (failed && !away) {
        away = true;
        throw new Error('away');
      }
      return userOf(event);
    });
    expect(away).toBe(true);
    expect(error).toBeInstanceOf(ContractViolation);
    expect(error.message).toContain("TypeError: Cannot read properties of undefined (reading 'userArn')");
    expect(differencesOf(error)).toContain('detail.performedBy.user');
  });

  test('costs one more call, with new ids and times that come last', async () => {
    const events: Any[] = [];
    const error = await errorOf((event: Any) => {
      events.push(structuredClone(event));
      return userOf(event);
    });
    const failing = events.filter(({ detail }) => detail.performedBy.user === undefined);
    expect(failing.at(-1)).toBe(events.at(-1));
    expect(failing.at(-1).id).not.toBe(((error as ContractViolation).event as Any).id);
    const times = events.map(({ detail }) => detail.approximateChangeTime);
    expect(times).toEqual(times.toSorted());
    expect(differencesOf(error)).toEqual(['detail.performedBy.user']);
  });

  test('shrinks for a handler that skips everything older than the last event', async () => {
    let newest = '';
    const error = await errorOf((event: Any) => {
      const { approximateChangeTime: time } = event.detail;
      if (time < newest) return undefined;
      newest = time;
      return userOf(event);
    });
    expect(differencesOf(error)).toEqual(['detail.performedBy.user']);
  });

  test('is reported for the sample if the handler fails on everything after some call', async () => {
    const error = await errorOf(failingAt((call) => call >= 40));
    expect(error).toBeInstanceOf(ContractViolation);
    expect(error.message).toContain('nothing differs: it is the documented event of its type');
  });

  test('hangs once more, and only as long as needed', async () => {
    let hangs = 0;
    const error = await errorOf(
      (event: Any) => {
        if (event.detail.performedBy.user !== undefined) return caseIdOf(event);
        hangs++;
        return new Promise(() => {});
      },
      { ...options, timeout: 60 },
    );
    expect(differencesOf(error)).toEqual(['detail.performedBy.user']);
    expect(hangs).toBeLessThan(6);
  });

  test('is still reported if only a repeated event causes it', async () => {
    const seen = new Set<string>();
    const error = await errorOf((event: Any) => {
      if (seen.has(event.id)) throw new Error('twice');
      seen.add(event.id);
      return caseIdOf(event);
    });
    expect(error).toBeInstanceOf(ContractViolation);
    expect(error.message).toContain('The handler received this event before');
  });

  test('is kept as its witness, and reported again from there', async () => {
    const first = await errorOf(userOf);
    const [file] = readdirSync('__witnesses__') as [string];
    const kept = readFileSync(path.join('__witnesses__', file), 'utf8');
    const second = await errorOf(userOf);
    expect(differencesOf(second)).toEqual(differencesOf(first));
    expect(readFileSync(path.join('__witnesses__', file), 'utf8')).toBe(kept);
  });
});

test('a replay plays its event once, then looks at how the sample is read, and reports the failure', async () => {
  const { replay } = (await errorOf(userOf)) as ContractViolation;
  let calls = 0;
  const error = await errorOf(
    (event: Any) => {
      if (++calls === 1) throw new Error('away');
      return caseIdOf(event);
    },
    { ...options, ...replay },
  );
  expect(calls).toBe(2);
  expect(error).toBeInstanceOf(ContractViolation);
  expect(error.message).toContain('Error: away');
});
