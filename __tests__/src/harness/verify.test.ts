import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as later } from 'node:timers';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import type { Table } from '../../../contracts/table.ts';
import { type Domain, defineDomain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { ContractViolation } from '../../../src/harness/failure/contractViolation.ts';
import type { LambdaContext } from '../../../src/harness/lambda/makeLambdaContext.ts';
import type { Handler } from '../../../src/harness/lambda/runHandler.ts';
import type { VerifyOptions } from '../../../src/harness/run/runOptions.ts';
import * as pact from '../../../src/pact/loadPactLibrary.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { rejection } from '../../helpers/rejection.ts';
import { verifyWhateverItReads as verify } from '../../helpers/verifyWhateverItReads.ts';

const warnings = inEmptyDirectories();
beforeEach(() => {
  delete process.env.CI;
});

function contract(rows: Partial<Table<typeof exampleDomain>>, domain: Domain = exampleDomain): Contract {
  const contracts = contractsFor('refunds', { ...ignoringAll, ...rows } as Table, { domain });
  const [title] = Object.keys(rows);
  return contracts.find(({ eventType }) => eventType === title) as Contract;
}

const reading = contract({ 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'case.fields.title'] });

type Any = ReturnType<typeof JSON.parse>;

async function failureOf(
  handler: Handler,
  options: VerifyOptions = {},
  of: Contract = reading,
): Promise<ContractViolation> {
  const failure = await rejection(verify(of, handler, options));
  if (!(failure instanceof ContractViolation)) throw failure;
  return failure;
}

describe('a correct handler', () => {
  test('passes, and gets only plain events of the contract', async () => {
    const types = new Set<string>();
    await verify(reading, (event: CasesEvent) => {
      types.add(event.detail.eventType);
      expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
      void (event as Any).detail.case.caseId;
    });
    expect([...types]).toEqual(['CASE.UPDATED']);
    expect(warnings).toEqual([]);
  });

  test('has the full timeout in every call, including those for shrinking', async () => {
    const left: number[] = [];
    const handler = (event: Any, context: LambdaContext) => {
      left.push(context.getRemainingTimeInMillis());
      if (event.detail.performedBy.user === undefined) throw new Error('no user');
    };
    await failureOf(handler as Handler, { timeout: 60_000 });
    expect(left.length).toBeGreaterThan(10);
    expect(Math.min(...left)).toBeGreaterThan(50_000);
  });

  test('gets the same events in every run', async () => {
    const seen: string[][] = [[], []];
    for (const list of seen)
      await verify(reading, (event: Any) => {
        list.push(JSON.stringify(event));
        return event.detail.case.caseId;
      });
    expect(seen[0]).toEqual(seen[1]);
    expect((seen[0] as string[]).length).toBeGreaterThan(100);
  });

  test('starts every event after reset, which is awaited', async () => {
    let state = 'dirty';
    const reset = async (): Promise<void> => {
      await new Promise((resolve) => setImmediate(resolve));
      state = 'clean';
    };
    await verify(
      reading,
      (event: Any) => {
        expect([state, event.detail.case.caseId]).toEqual(['clean', expect.any(String)]);
        state = 'dirty';
      },
      { reset },
    );
  });

  test('can run with more or fewer random events', async () => {
    const count = async (runs: number): Promise<number> => {
      let calls = 0;
      await verify(
        reading,
        (event: Any) => {
          calls++;
          return event.detail.case.caseId;
        },
        { runs },
      );
      return calls;
    };
    expect((await count(30)) - (await count(0))).toBe(30);
  });
});

describe('a failure', () => {
  const throwsWithoutUser = (event: Any): unknown => event.detail.performedBy.user.userArn.length;

  test('shows the differences, the error and its place, why AWS may send the event, and how to replay it', async () => {
    const { message, cause } = await failureOf(throwsWithoutUser);
    expect(message).toMatch(
      /^refunds handles CASE\.UPDATED: the handler failed on an event that AWS may send \(class typical\)\.\n/,
    );
    expect(message).toContain('detail.performedBy.user.userArn');
    expect(message).toContain("TypeError: Cannot read properties of undefined (reading 'length')");
    expect(message).toMatch(/in throwsWithoutUser \(\S*verify\.test\.ts:\d+:\d+\)/);
    expect(message).toContain(
      'performedBy.user is either userArn or customEntity (modelled)\n    https://docs.aws.amazon.com/',
    );
    expect(message).toMatch(/verify\(contract, handler, \{ seed: -?\d+, path: 'fixed:\d+:0' \}\)/);
    expect(cause).toBeInstanceOf(TypeError);
  });

  test('replays from its seed and path, which plays that event and then a sample, and writes nothing', async () => {
    const { replay } = await failureOf(throwsWithoutUser);
    rmSync('__witnesses__', { recursive: true });
    const before = readdirSync('.', { recursive: true });
    const events: Any[] = [];
    const violation = await failureOf((event: Any) => {
      events.push(structuredClone(event));
      return throwsWithoutUser(event);
    }, replay);
    const [first, ...samples] = events;
    expect(violation.event).toEqual(first);
    expect(samples.length).toBeLessThanOrEqual(2);
    for (const { detail } of samples) expect(detail.performedBy.user.userArn).toEqual(expect.any(String));
    expect(violation.replay).toEqual(replay);
    await verify(reading, ({ detail }: Any) => detail.case.caseId, replay);
    expect(readdirSync('.', { recursive: true })).toEqual(before);
  });

  test.each<[string, VerifyOptions]>([
    ['a replay', { seed: 1, path: 'fixed:0:0' }],
    ['a replay of a random event', { seed: 1, path: '0' }],
  ])('of %s does not count against the event if the handler is written for other invocations', async (_, replay) => {
    const queue = ({ Records }: Any): unknown[] => Records.map(({ body }: Any) => titleAndAmount(JSON.parse(body)));
    await expect(verify(reading, queue as Handler, replay)).rejects.toThrow(
      `handler is a function that reads \`Records\`, and nothing of the event; allowed: a function of one event, or what a via… function returns. An event from a rule has no Records. So the function did nothing for "${reading.title}". Write viaSqs(handler), or viaSns, viaSnsToSqs or viaKinesis, as it is invoked.`,
    );
  });

  test('of a random event shrinks to the smallest failing event, and replays in the same way', async () => {
    const picky = (event: Any): void => {
      const { title, refundAmount } = titleAndAmount(event);
      if (title.length > 20 && refundAmount > 500) throw new Error('both');
    };
    const violation = await failureOf(picky);
    expect(violation.replay?.path).toMatch(/^\d+(:\d+)+$/);
    expect(violation.differences.map(({ steps: segments }) => segments.at(3))).toEqual(
      expect.arrayContaining(['title']),
    );
    expect(violation.differences.length).toBeLessThanOrEqual(2);
    expect((await failureOf(picky, { ...violation.replay })).event).toEqual(violation.event);
  });

  test.each([
    ['in a folder with an odd name', 'at handler (/work/native-node:apps/src/handler.ts:3:7)'],
    ['without a function', 'at file:///work/react-native/handler.mjs:3:7'],
  ])('names the frame of the consumer %s', async (_, frame) => {
    const { message } = await failureOf(() => {
      const error = new Error('no');
      error.stack = `Error: no\n    at Array.map (native)\n    at node:internal/timers:3:7\n    ${frame}`;
      throw error;
    });
    expect(message).toContain(`in ${frame.replace(/^at (file:\/\/)?/, '')}`);
  });

  test('does not include the late failure of an earlier handler', async () => {
    await failureOf(() => {
      later(() => {
        throw new Error('of the handler before');
      }, 200);
      throw new Error('at once');
    });
    await verify(reading, () => new Promise((resolve) => later(resolve, 1)), { ambiguities: 'off' });
  });

  test('fits one screen for an event of 256 KB', async () => {
    const { message } = await failureOf((event: Any) => {
      if (JSON.stringify(event).length > 200_000) throw new Error(JSON.stringify(event));
    });
    expect(message.split('\n').length).toBeLessThan(30);
    expect(message.length).toBeLessThan(3000);
    expect(message).toContain('class open');
    expect(message).toContain('customers can add fields to a domain and to its event configuration at any time');
  });

  test('keeps a witness, plays it first, and removes it when it passes', async () => {
    const events: Any[] = [];
    let mended = false;
    const handler = (one: Any): unknown => {
      events.push(structuredClone(one));
      return mended ? one.detail.case.caseId : throwsWithoutUser(one);
    };
    const { message, event, differences } = await failureOf(handler);
    const [file] = readdirSync('__witnesses__');
    const kept = readFileSync(path.join('__witnesses__', file as string), 'utf8');
    expect(message).toContain(
      `Kept in ${path.join('__witnesses__', file as string)}: every run plays it first, until it passes.`,
    );
    events.length = 0;
    const again = await failureOf(handler);
    // The second time it has new ids and times.
    expect(events).toEqual([again.event, expect.anything()]);
    expect(again.differences).toEqual(differences);
    expect(again.message).toContain('(class typical)');
    expect(readFileSync(path.join('__witnesses__', file as string), 'utf8')).toBe(kept);
    // It comes before all others, for a handler that keeps the newest.
    const [{ id, detail }] = events as [Any];
    expect(id).not.toBe((event as Any).id);
    expect(detail.approximateChangeTime < (event as Any).detail.approximateChangeTime).toBe(true);
    mended = true;
    await verify(reading, handler);
    expect(existsSync('__witnesses__')).toBe(false);
  });

  test('prints its witness if CI is set, and keeps no file', async () => {
    process.env.CI = 'true';
    const { message } = await failureOf((event: Any) => event.detail.case.fields.title.value.stringValue.length);
    expect(message).toContain('Witness (not kept, because CI is set): [{"steps":["detail","case","fields"');
    expect(existsSync('__witnesses__')).toBe(false);
  });

  test("is at the consumer's own line in the stack that a runner shows", async () => {
    const { stack } = await failureOf(throwsWithoutUser);
    expect(stack).toMatch(/^ContractViolation: refunds handles/);
    expect(stack?.split('\n').find((line) => /^\s+at /.test(line))).toContain('verify.test.ts');
  });
});

function titleAndAmount(event: Any): { title: string; refundAmount: number } {
  const { fields = {} } = event.detail.case;
  return {
    title: fields.title?.value.stringValue ?? '',
    refundAmount: fields[exampleDomain.fields.refundAmount.id]?.value.doubleValue ?? 0,
  };
}

describe('handlers that fail without throwing an Error, by', () => {
  test.each<[string, Handler, string]>([
    [
      'throwing a text',
      () => {
        throw 'no title';
      },
      'It threw "no title", which is not an Error and has no stack.',
    ],
    [
      'throwing undefined',
      () => {
        throw undefined;
      },
      'It threw undefined, which is not an Error and has no stack.',
    ],
    [
      'a promise without await',
      () => void Promise.reject(new Error('forgotten')),
      'A promise was not awaited: it was rejected after the handler had returned.\n  Error: forgotten',
    ],
    [
      'a later rejection',
      async () => void new Promise((_, reject) => later(() => reject(new Error('much later')), 5)),
      'Error: much later',
    ],
    [
      'a throw in a timer',
      async () =>
        void later(() => {
          throw new Error('in a timer');
        }, 5),
      'Error: in a timer',
    ],
    [
      'a throw in a timer that Lambda waits for, because there is no promise',
      () =>
        void later(() => {
          throw new Error('in a timer');
        }, 5),
      'Error: in a timer',
    ],
    [
      'an answer that is too large, counted in bytes of JSON',
      async () => '€'.repeat(2_200_000),
      'Its answer has 6,600,002 bytes of JSON; Lambda takes 6,291,556.\n\nWhat AWS states\n  the answer of a Lambda function is no more than 6 MB of JSON',
    ],
    [
      'an answer that is too large, by callback',
      (_event: Any, _context: Any, callback: Any) => callback(null, 'x'.repeat(6_300_000)),
      'the handler answered more than Lambda takes on an event that AWS may send',
    ],
    [
      'changing the event',
      (event: Any) => {
        event.detail.case.caseId = '';
      },
      'It wrote to the event object it was given.',
    ],
    [
      'an answer outside JSON',
      async () => 10n,
      'It returned a value that Lambda cannot write as JSON: the invocation fails.',
    ],
  ])('%s', async (_, handler, message) => {
    expect((await failureOf(handler)).message).toContain(message);
  });

  test('failing late on a witness, which is reported again with its own data', async () => {
    const longTitle: Handler = async (event: Any) =>
      void later(() => {
        if (titleAndAmount(event).title.length > 300) throw new Error('too long');
      }, 5);
    const first = await failureOf(longTitle);
    const second = await failureOf(longTitle);
    expect(first.message).toContain('All that differs from the sample');
    expect(second.differences).toEqual(first.differences);
    // A late failure is in time if calls are slow; the witness has failed before.
    let calls = 0;
    const slow: Handler = async (event: Any) => {
      longTitle(event as never, undefined as never, undefined as never);
      const until = performance.now() + (calls++ === 0 ? 0 : 10);
      while (performance.now() < until);
    };
    // On a busy machine the search for the late event may end before the witness, and shrink another event.
    const placesOf = ({ differences }: ContractViolation) => differences.map(({ steps }) => steps);
    expect(placesOf(await failureOf(slow))).toEqual(placesOf(first));
  });

  test('keeping the event loop busy, which Lambda waits for', async () => {
    const timers: NodeJS.Timeout[] = [];
    const { message } = await failureOf(
      (event: Any, _context: Any, callback: Any) => {
        if (!event.detail.performedBy.user) timers.push(setInterval(() => undefined, 1000));
        callback(null, 'done');
      },
      { timeout: 60 },
    );
    for (const timer of timers) clearInterval(timer);
    expect(message).toContain('the handler did not settle');
    expect(message).toContain(
      'It returned without a promise or called back, and its event loop was not empty 60 ms later: Timeout.\n  Close what it opened, or set context.callbackWaitsForEmptyEventLoop to false before it calls back.',
    );
    expect(message).toContain('context.callbackWaitsForEmptyEventLoop is false (documented)');
    expect(message).toContain('detail.performedBy.user');
  });

  test('hanging', async () => {
    const { message } = await failureOf(
      (event: Any) => (event.detail.performedBy.user ? undefined : new Promise(() => {})),
      { timeout: 60 },
    );
    expect(message).toContain('the handler did not settle');
    expect(message).toContain(
      'It neither returned, resolved nor rejected within 60 ms.\n  Often fake timers are on in the test (jest.useFakeTimers)',
    );
    expect(message).toContain('raise options.timeout.');
    expect(message).toContain('detail.performedBy.user');
  });
});

const readsPrincipal = ({ detail }: Any): unknown[] => [detail.case.caseId, detail.performedBy.iamPrincipalArn];

describe('warnings', () => {
  test('name a contract if its handler never reads the declared paths', async () => {
    await verify(
      reading,
      (event: Any) => (event.detail.eventType === 'CASE.UDPATED' ? event.detail.case.caseId : undefined),
      { reads: 'warn' },
    );
    expect(warnings).toEqual([
      'refunds handles CASE.UPDATED: declared, never read: case.caseId, case.fields.refundAmount, case.fields.title. Does the handler know this event type, return early, or read a field under another id?\n',
    ]);
  });

  test('name a reading that makes the handler fail, in one line with the fact', async () => {
    await verify(reading, readsPrincipal);
    expect(warnings).toEqual([
      'refunds handles CASE.UPDATED: the handler fails (TypeError: Cannot read properties of undefined (reading \'iamPrincipalArn\')) if the answer to "is performedBy always there?" is "absent": the events page of 2022 did not show it (documented, https://github.com/awsdocs/amazon-connect-admin-guide/blob/9c43ca593f43991efff6f2be0aa600115bdfc8fc/doc_source/case-event-streams-sample.md)\n',
    ]);
  });

  test('name a handler that knows only one spelling and silently misses the other', async () => {
    const comments = contract({
      'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored },
    });
    await verify(comments, (event: Any) => {
      const { relatedItemType, comment } = event.detail.relatedItem;
      return relatedItemType === 'Comment' ? comment?.body : undefined;
    });
    expect(warnings).toEqual([
      expect.stringContaining(
        'the handler reads nothing of the event if the answer to "how is relatedItemType spelled?" is "comment"',
      ),
    ]);
  });

  test('become failures, or disappear, on request', async () => {
    const handler = readsPrincipal;
    expect((await failureOf(handler, { ambiguities: 'fail' })).message).toContain('is performedBy always there?');
    await verify(reading, handler, { ambiguities: 'off' });
    expect(warnings).toEqual([]);
  });
});

describe('wrong arguments are refused', () => {
  test.each<[string, () => Promise<void>, string]>([
    [
      'no contract',
      () => verify({} as Contract, () => {}),
      'contract is {}; allowed: one of the contracts that contractsFor returns. Write: for (const contract of contracts) test(contract.title, () => verify(contract, handler)).',
    ],
    [
      'no handler',
      () => verify(reading, undefined as never),
      'handler is undefined; allowed: the function that Lambda calls. Import it by its name, as the Lambda configuration names it.',
    ],
    [
      'a path of another contract',
      () => verify(reading, () => {}, { seed: 0, path: 'fixed:9999:0' }),
      'options.path is "fixed:9999:0"; allowed: fixed:0 to fixed:',
    ],
    [
      'a path without an event',
      () => verify(reading, () => {}, { seed: 0, path: 'fixed:6:99:99' }),
      'options.path is "fixed:6:99:99"; allowed: the path of a failure of the same seed, options, domain and version. No event has this path. Run without path first.',
    ],
  ])('%s', async (_, call, message) => {
    await expect(call()).rejects.toThrow(message);
  });

  test.each([1, 5, 60, 200])('a reset that fails once, at event %d, ends the run, which does not pass', async (at) => {
    let calls = 0;
    const reset = () => {
      if (++calls === at) throw new Error('the database is locked');
    };
    let called = 0;
    const handler = async () => void called++;
    const error = await rejection(verify(reading, handler, { reset, runs: 200 }));
    expect(error.message).toBe(
      `refunds handles CASE.UPDATED: options.reset failed before call ${called + 1} of the handler: Error: the database is locked. See the cause.`,
    );
    expect(calls).toBe(at);
    expect(readdirSync('pacts', { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([]);
  });

  test('a reset that fails is distinguished from the handler', async () => {
    const reset = (): never => {
      throw new Error('no database');
    };
    await expect(verify(reading, () => {}, { reset })).rejects.toThrow(
      'refunds handles CASE.UPDATED: options.reset failed before call 1 of the handler: Error: no database. See the cause.',
    );
    await expect(verify(reading, () => {}, { reset: () => new Promise(() => {}), timeout: 20 })).rejects.toThrow(
      'refunds handles CASE.UPDATED: options.reset did not settle in 20 ms, before call 1 of the handler. Let it settle, or raise options.timeout.',
    );
  });
});

describe('without a working Pact', () => {
  beforeEach(() => {
    jest.spyOn(pact, 'requirePact').mockImplementation(() => {
      throw new Error('@pact-foundation/pact is not installed');
    });
  });
  const handler = jest.fn((event: Any) => event.detail.case?.caseId);

  test('a contract with reads is refused before its handler is called, and leaves no part', async () => {
    await expect(verify(reading, handler)).rejects.toThrow('@pact-foundation/pact is not installed');
    expect(handler).not.toHaveBeenCalled();
    expect(existsSync('pacts')).toBe(false);
  });

  test('a contract without reads is still kept, and a failing event replayed', async () => {
    await verify(contract({ 'CASE.UPDATED': ignored }), handler, { runs: 1 });
    expect(handler).toHaveBeenCalled();
    await verify(reading, handler, { seed: 1, path: 'fixed:0:0' });
  });
});

test('the replay line has the options that the event needs to fail again', async () => {
  const handler = (event: Any): string => event.detail.performedBy.user.userArn;
  const reset = (): void => undefined;
  expect((await failureOf(handler)).message).toMatch(/\n {2}verify\(contract, handler, \{ seed: \d+, path: 'fixed:/);
  expect((await failureOf(handler, { reset })).message).toMatch(
    /\n {2}verify\(contract, handler, \{ reset, seed: \d+, path: 'fixed:/,
  );
  expect((await failureOf(handler, { timeout: 50, reset, runs: 1 })).message).toMatch(
    /\n {2}verify\(contract, handler, \{ reset, timeout: 50, seed: \d+, path: 'fixed:/,
  );
});

test('foreign events are played on request', async () => {
  const handler = (event: Any): unknown => event.detail.case.caseId;
  await verify(reading, handler);
  await verify(reading, (event: Any) => event.detail.case?.caseId, { foreign: true });
  const { message } = await failureOf(handler, { foreign: true });
  expect(message).toContain('(class foreign)');
  expect(message).toContain('a rule on source alone also delivers CloudTrail calls of Cases');
  expect(message).toMatch(
    /The event\n {2}detail-type: "AWS API Call via CloudTrail"\n {2}detail.eventType: "AwsApiCall"\n {2}detail.eventName: "/,
  );
});

test('a domain without included data gets only metadata', async () => {
  const bare = defineDomain({ region: 'eu-west-2', accountId: '123456789012', domainId: 'd-1' });
  const metadata = contract({ 'CASE.UPDATED': ['case.caseId'] }, bare);
  await verify(metadata, (event: Any) => {
    expect(event.detail.case).not.toHaveProperty('fields');
    return event.detail.case.caseId;
  });
});
