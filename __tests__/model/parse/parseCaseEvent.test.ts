import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { defineDomain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { type Dialect, resolveDialect } from '../../../model/event/dialect.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { type EventType, eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { facts } from '../../../model/facts/facts.ts';
import { type OpenQuestionName, openQuestions } from '../../../model/facts/openQuestions.ts';
import { relatedItemTypes, unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { type CaseEventIssue, InvalidCaseEventError } from '../../../model/parse/invalidCaseEvent.ts';
import { parseCaseEvent } from '../../../model/parse/parseCaseEvent.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { changed } from '../event/changed.ts';

const updated = makeSample('CASE.UPDATED', exampleDomain);
const bad = new URL('../../bad/', `file://${__filename}`);

const kinds = eventTypes.flatMap((type): { type: EventType; itemType: string }[] =>
  isRelatedItemEventType(type)
    ? [...relatedItemTypes, unknownItemType].map((itemType) => ({ type, itemType }))
    : [{ type, itemType: 'Comment' }],
);

const readings = (Object.keys(openQuestions) as OpenQuestionName[]).flatMap((name) =>
  Object.keys(openQuestions[name].readings).map((reading) => ({ [name]: reading }) as Partial<Dialect>),
);

function errorOf(value: unknown, options?: object): InvalidCaseEventError {
  try {
    parseCaseEvent(value, options);
  } catch (error) {
    if (error instanceof InvalidCaseEventError) return error;
    throw error;
  }
  return new InvalidCaseEventError([]);
}

function issuesOf(value: unknown, options?: object): readonly CaseEventIssue[] {
  return errorOf(value, options).issues;
}

describe('parseCaseEvent', () => {
  it('returns the same object, with every unknown property', () => {
    const event = { ...updated, 'replay-name': 'april', detail: { ...updated.detail, priority: [1] } };
    expect(parseCaseEvent(event)).toBe(event);
    expect(event).toMatchObject({ 'replay-name': 'april', detail: { priority: [1] } });
  });

  describe.each(readings)('in the reading %j', (reading) => {
    const dialect = resolveDialect(reading);

    it('accepts every sample without a dialect and in its own', () => {
      for (const { type, itemType } of kinds) {
        const event = makeSample(type, exampleDomain, { itemType, dialect });
        expect(parseCaseEvent(event)).toBe(event);
        expect(parseCaseEvent(event, { domain: exampleDomain })).toBe(event);
        expect(parseCaseEvent(event, { domain: exampleDomain, dialect: reading })).toBe(event);
      }
    });

    it('refuses every sample of another reading under the documented dialect', () => {
      for (const { type, itemType } of kinds) {
        const event = makeSample(type, exampleDomain, { itemType, dialect });
        // A new case may list some changed fields, or all with a value.
        const fitsBoth = type === 'CASE.CREATED' && 'changedFieldIdsOnCreation' in reading;
        const differs = !fitsBoth && !isDeepStrictEqual(event, makeSample(type, exampleDomain, { itemType }));
        expect({ type, itemType, refused: issuesOf(event, { domain: exampleDomain, dialect: {} }).length > 0 }).toEqual(
          {
            type,
            itemType,
            refused: differs,
          },
        );
      }
    });
  });

  it('gives the fact behind the reading of a dialect', () => {
    const event = makeSample('RELATED_ITEM.CREATED', exampleDomain, {
      dialect: resolveDialect({ relatedItemType: 'comment' }),
    });
    expect(issuesOf(event, { dialect: {} })).toEqual([
      {
        path: 'detail.relatedItem.relatedItemType',
        received: '"comment"',
        allowed: 'what dialect.relatedItemType "Comment" says (how is relatedItemType spelled?)',
        fact: {
          states: 'the events page writes Comment, and until 2024 wrote Contact',
          link: facts.source.link,
          certainty: 'documented',
        },
        verdict: 'documented neither way',
      },
    ]);
  });

  it.each([
    'us-gov-west-1',
    'cn-north-1',
    'cn-northwest-1',
    'us-iso-east-1',
    'us-isob-east-1',
    'eu-isoe-west-1',
    'eusc-de-east-1',
  ])('refuses an event of %s, whose Region is in another partition', (region) => {
    const arns = updated.resources.map((arn) => arn.replace('us-east-1', region));
    const event = changed(changed(updated, 'region', region), 'resources', arns);
    expect(issuesOf(event)).toEqual([
      {
        path: 'region',
        received: `"${region}"`,
        allowed: 'a Region of the partition aws',
        fact: facts.partition,
        verdict: 'wrong',
      },
    ]);
  });

  const commented = makeSample('RELATED_ITEM.CREATED', exampleDomain);
  const { approver } = exampleDomain.fields;

  it.each<[string, unknown, Parameters<typeof parseCaseEvent>[1], string]>([
    ['an account of dashes', changed(updated, 'account', '1111-2222-3333'), {}, 'wrong'],
    [
      'a comment that is too long',
      changed(commented, 'detail.relatedItem.comment.body', 'x'.repeat(15_001)),
      {},
      'wrong',
    ],
    ['another member', changed(updated, 'detail.case.fields.status.value', { doubleValue: 1 }), {}, 'wrong'],
    ['a field named twice', changed(updated, 'detail.changedFieldIds', ['a', 'a']), {}, 'documented neither way'],
    [
      'a creation after the change',
      changed(updated, 'detail.case.createdDateTime', '2100-01-01T00:00:00.000Z'),
      {},
      'documented neither way',
    ],
    [
      'content that is missing though it is included',
      changed(commented, 'detail.relatedItem.comment', undefined),
      { domain: exampleDomain, dialect: {} },
      'documented neither way',
    ],
    [
      'a user that is text',
      changed(updated, `detail.case.fields.${approver.id}.value`, { stringValue: 'u' }),
      { domain: exampleDomain, dialect: {} },
      'documented neither way',
    ],
    [
      'a user that is a number',
      changed(updated, `detail.case.fields.${approver.id}.value`, { doubleValue: 1 }),
      { domain: exampleDomain, dialect: {} },
      'wrong',
    ],
    [
      'an update that does not say what changed',
      changed(updated, 'detail.changedFieldIds', undefined),
      { dialect: {} },
      'documented neither way',
    ],
    [
      'a comment that does not say what changed',
      changed(commented, 'detail.changedAttributes', undefined),
      { dialect: {} },
      'documented neither way',
    ],
    [
      'a new case that does not name all its fields',
      makeSample('CASE.CREATED', exampleDomain),
      { dialect: { changedFieldIdsOnCreation: 'every field with a value' } },
      'documented neither way',
    ],
    [
      'an event of 300 KB',
      changed(updated, 'detail.padding', 'x'.repeat(300_000)),
      { dialect: {} },
      'documented neither way',
    ],
    ['the form of 2022', changed(updated, 'detail-type', 'Amazon Connect Cases Event'), { dialect: {} }, 'wrong'],
  ])('gives a verdict on %s', (_, event, options, verdict) => {
    expect(issuesOf(event, options).map((issue) => issue.verdict)).toEqual([verdict]);
  });

  it('accepts the form of 2022 without a dialect, and names it under the documented one', () => {
    const dialect = { detailType: 'Amazon Connect Cases Event', performedBy: 'absent' } as const;
    const old = makeSample('CASE.UPDATED', exampleDomain, { dialect: resolveDialect(dialect) });
    expect(parseCaseEvent(old)).toBe(old);
    expect(parseCaseEvent(old, { dialect })).toBe(old);
    expect(() => parseCaseEvent(old, { dialect: {} })).toThrow(
      `This is not a valid event of Amazon Connect Cases:
- detail-type is "Amazon Connect Cases Event"; allowed: "Amazon Connect Cases Change"; this is the form of 2022, which has no performedBy either; a dialect that admits it: { detailType: 'Amazon Connect Cases Event', performedBy: 'absent' }
  because in 2022 the events page wrote the detail-type "Amazon Connect Cases Event", and showed no performedBy (documented, ${facts.detailType2022.link})`,
    );
  });

  it('refuses a written-out cleared field, unless the dialect writes it so', () => {
    const event = changed(updated, 'detail.case.fields.status.value', { emptyValue: {} });
    expect(parseCaseEvent(event, { dialect: { clearedField: 'emptyValue' } })).toBe(event);
    expect(issuesOf(event, { dialect: {} })).toMatchObject([
      {
        path: 'detail.case.fields.status.value',
        allowed: 'what dialect.clearedField "absent" says (how does a cleared field arrive?)',
      },
    ]);
  });

  it('refuses unknown numbers of fraction digits only under a dialect', () => {
    const event = changed(updated, 'detail.approximateChangeTime', '2022-03-16T23:16:57.8934Z');
    expect(parseCaseEvent(event)).toBe(event);
    expect(issuesOf(event, { dialect: {} })).toMatchObject([{ path: 'detail.approximateChangeTime' }]);
  });

  it('accepts fewer fraction digits if the dialect drops zeros, but no more, and no zero', () => {
    const event = changed(updated, 'detail.approximateChangeTime', '2022-03-16T23:16:57.8934Z');
    const dropped = { fractionZeros: 'dropped' } as const;
    expect(parseCaseEvent(event, { dialect: { ...dropped, fraction: 'microseconds' } })).toBe(event);
    expect(issuesOf(event, { dialect: dropped })).toMatchObject([{ path: 'detail.approximateChangeTime' }]);
    const zero = changed(updated, 'detail.approximateChangeTime', '2022-03-16T23:16:57.900Z');
    expect(parseCaseEvent(zero, { dialect: {} })).toBe(zero);
    expect(issuesOf(zero, { dialect: dropped })).toMatchObject([
      { path: 'detail.approximateChangeTime', received: 'a text of 24 characters' },
    ]);
  });

  it('applies the size limit of the dialect, and of EventBridge without one', () => {
    const large = changed(updated, 'detail.padding', 'x'.repeat(262_144));
    expect(parseCaseEvent(large)).toBe(large);
    expect(parseCaseEvent(large, { dialect: { entrySize: '1,048,576 bytes' } })).toBe(large);
    expect(issuesOf(large, { dialect: {} })).toMatchObject([{ path: '$', allowed: 'at most 262,144 bytes' }]);
    const tooLarge = changed(updated, 'detail.padding', 'x'.repeat(1_048_576));
    expect(issuesOf(tooLarge)).toMatchObject([{ path: '$', allowed: 'at most 1,048,576 bytes' }]);
  });

  it('checks an event against a domain only if given', () => {
    const other = defineDomain({ region: 'eu-west-2', accountId: '999988887777', domainId: 'd' });
    expect(issuesOf(updated, { domain: other, values: true })).toMatchObject([
      { path: 'account', received: '"111122223333"', allowed: '"999988887777", as in the domain' },
      { path: 'region', received: '"us-east-1"', allowed: '"eu-west-2", as in the domain' },
      { path: 'resources[0]', allowed: 'the ARN of the domain, "arn:aws:cases:eu-west-2:999988887777:domain/d"' },
      {
        path: 'detail.case.fields',
        received: '11 fields',
        allowed: "nothing: the domain's includedData lists no fields",
      },
    ]);
  });

  it('refuses unknown options, wrong domains and wrong dialects', () => {
    expect(() => parseCaseEvent(updated, { dialects: {} } as never)).toThrow(
      new InvalidArgumentError({
        argument: 'the option name in options',
        received: 'dialects',
        allowed: '"domain", "dialect", "values"',
        todo: 'Did you mean "dialect"?',
      }),
    );
    expect(() => parseCaseEvent(updated, { values: 'yes' } as never)).toThrow(
      'options.values is "yes"; allowed: true or false.',
    );
    expect(() => parseCaseEvent(updated, { domain: { region: 'Mars' } as never })).toThrow(
      'region is "Mars"; allowed: an AWS Region such as "us-east-1".',
    );
    expect(() => parseCaseEvent(updated, { dialect: { fraction: 'millis' } as never })).toThrow(
      'dialect.fraction is "millis"; allowed: "milliseconds", "seconds", "microseconds", "nanoseconds".',
    );
  });

  const names = readdirSync(bad)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));

  describe('shows no personal text without values: true', () => {
    const secrets = [
      'Jane D. \u2603',
      31415.926535,
      true,
      ['Jane D. \u2603'],
      { a: 'Jane D. \u2603' },
      `Jane D.${'x'.repeat(20_000)}`,
    ];
    const spelledOut = /Jane D\.|31415|\u2603/;

    /** Every leaf of an event. */
    function leavesOf(value: unknown, path: readonly string[] = []): readonly string[][] {
      if (typeof value !== 'object' || value === null) return [[...path]];
      return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
    }

    function withAt(value: unknown, [key, ...keys]: readonly string[], secret: unknown): unknown {
      if (key === undefined) return secret;
      const entries = Object.entries(value as object).map(([name, part]) => [
        name,
        name === key ? withAt(part, keys, secret) : part,
      ]);
      return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
    }

    it.each(kinds)('in no issue of $type $itemType', ({ type, itemType }) => {
      const event = makeSample(type, exampleDomain, { itemType });
      const shown = { hidden: 0, values: 0 };
      for (const path of leavesOf(event)) {
        for (const secret of secrets) {
          const spoilt = withAt(event, path, secret);
          for (const options of [{}, { domain: exampleDomain, dialect: {} }]) {
            const { message, issues } = errorOf(spoilt, options);
            if (spelledOut.test(message + JSON.stringify(issues))) shown.hidden++;
            if (spelledOut.test(errorOf(spoilt, { ...options, values: true }).message)) shown.values++;
          }
        }
      }
      expect(shown.hidden).toBe(0);
      expect(shown.values).toBeGreaterThan(50);
    });

    it('suggests values: true, if there are any', () => {
      const event = changed(updated, 'account', '1111-2222-3333');
      expect(errorOf(event).message).toMatch(
        /^This is not a .*\n- account is a text of 14 characters; allowed: .*\n.*\nThe values of the event are not shown; parseCaseEvent\(value, \{ values: true \}\) shows them\.$/,
      );
      expect(errorOf(event, { values: true }).message).not.toContain('not shown');
      expect(errorOf({ source: 'aws.cases' }).message).not.toContain('not shown');
      const longId = 'x'.repeat(501);
      expect(
        errorOf(changed(updated, 'detail.case.fields', { [longId]: { value: { doubleValue: 1 } } })).message,
      ).toMatch(/a key that is a text of 501 characters; .*\n.*\nThe values of the event are not shown/);
    });

    it('does not suggest it if they would not be shown', () => {
      expect(errorOf(JSON.stringify(updated)).message).not.toContain('not shown');
      expect(errorOf(changed(updated, 'account', 'x'.repeat(300))).message).not.toContain('not shown');
    });

    const people = ['Erika Mustermann', 'erika_mustermann', 'erika', 'x'.repeat(150)];

    it.each(people)('nor the names of their members, but place and length of the name: %s', (name) => {
      const shown = { stringValue: 'a' };
      const status = { value: { stringValue: 'open' } };
      for (const event of [
        changed(updated, 'detail.case.fields', { status, [name]: { value: { [name]: 1 } } }),
        changed(updated, 'detail.case.fields', { [name]: shown }),
        changed(updated, 'detail.case.fields', { [name]: { value: { stringValue: 1 } } }),
        changed(updated, 'detail.performedBy.user', { [name]: 'u' }),
        changed(updated, 'detail.case.caseId', { [name]: 'u', caseId: 'u' }),
      ]) {
        for (const options of [{}, { domain: exampleDomain, dialect: {} }]) {
          const { message, issues } = errorOf(event, options);
          expect(issues).not.toEqual([]);
          expect(message + JSON.stringify(issues)).not.toContain(name.slice(0, 20));
          expect(message).toContain('The values of the event are not shown');
          expect(errorOf(event, { ...options, values: true }).message).not.toBe(message);
        }
      }
      const event = changed(updated, 'detail.case.fields', { status, [name]: { value: 7 } });
      expect(issuesOf(event)).toMatchObject([
        {
          path: `detail.case.fields[member 2, a name of ${name.length} characters].value`,
          received: 'a number',
        },
      ]);
      expect(issuesOf(changed(updated, 'detail.case.caseId', { [name]: 1, caseId: 1 }))[0]?.received).toBe(
        `an object with a name of ${name.length} characters, "caseId"`,
      );
    });

    it('but documented names, ids, and the fields of the given domain', () => {
      const domain = defineDomain({
        ...exampleDomain,
        fields: { mood: { id: 'mood_field', type: 'Text' } },
        includedData: { fields: ['mood', 'status'] },
      } as never) as unknown as typeof exampleDomain;
      const id = '1d4f2c3b-7a60-4e58-9b1c-0f2e4d6a8c01';
      const event = changed(updated, 'detail.case.fields', { [id]: {}, status: {}, mood_field: {} });
      expect(issuesOf(event, { domain }).map(({ path }) => path)).toEqual([
        `detail.case.fields.${id}.value`,
        'detail.case.fields.status.value',
        'detail.case.fields.mood_field.value',
      ]);
    });

    it('but words that AWS writes', () => {
      const event = makeSample('RELATED_ITEM.CREATED', exampleDomain, {
        dialect: resolveDialect({ relatedItemType: 'comment' }),
      });
      expect(errorOf(event, { dialect: {} }).message).toContain('relatedItemType is "comment"');
    });
  });

  describe('for values that cannot be read', () => {
    const boom = (name: string, target: object = {}): object =>
      Object.defineProperty(target, name, {
        enumerable: true,
        get: () => {
          throw new TypeError('boom\nof the getter');
        },
      });

    it.each<[string, unknown, string]>([
      ['the event', boom('detail'), 'detail'],
      ['its class', Object.create(boom('detail', { source: 'aws.cases' })), 'detail'],
      ['a member', changed(updated, 'detail.case', boom('caseId', { templateId: 't' })), 'detail.case.caseId'],
      [
        'a member of its own',
        changed(updated, 'detail.mine', [boom('mine')]),
        'detail[member 7, a name of 4 characters][0][member 1, a name of 4 characters]',
      ],
    ])('names the member and the error of a getter of %s that throws', (_, event, path) => {
      expect(issuesOf(event)).toMatchObject([
        {
          path,
          received: 'a member that throws when it is read (TypeError: boom of the getter)',
          allowed: 'plain data, as JSON.parse makes it',
          verdict: 'wrong',
        },
      ]);
    });

    it('names a proxy that does not list its members', () => {
      const proxy = new Proxy({}, { ownKeys: () => Object.assign([], null as never, { length: 1n as never }) });
      expect(issuesOf(changed(updated, 'detail.case.fields', proxy))).toMatchObject([
        {
          path: 'detail.case.fields',
          received: expect.stringMatching(/^a member that throws when it is read \(TypeError: /),
        },
      ]);
    });

    it('states how many levels are allowed, if there are more', () => {
      let deep: unknown = 1;
      for (let level = 0; level < 20_000; level++) deep = level % 2 === 0 ? [deep] : { deep };
      expect(issuesOf({ ...updated, detail: { ...updated.detail, deep } })).toMatchObject([
        {
          path: 'detail[member 7, a name of 4 characters]',
          received: 'more than 1,000 nested objects and lists',
          allowed: 'up to 1,000',
        },
      ]);
    });

    it('reads circular and repeated objects once', () => {
      const cycle: { own?: unknown } = {};
      cycle.own = cycle;
      expect(issuesOf({ ...updated, detail: { ...updated.detail, cycle } })).toMatchObject([
        { path: 'detail', received: 'what JSON cannot carry (a bigint, a cycle)' },
      ]);
      let shared: unknown = {};
      for (let level = 0; level < 15; level++) shared = [shared, shared];
      expect(issuesOf({ ...updated, detail: { ...updated.detail, shared } })).toEqual([]);
    });
  });

  it.each(names)('reports bad/%s.json in the words of its text file', (name) => {
    const value: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, bad), 'utf8'));
    const report = readFileSync(new URL(`${name}.txt`, bad), 'utf8');
    expect(`${errorOf(value, { values: true }).message}\n`).toBe(report);
  });

  it.each([
    [undefined, 'missing'],
    [null, 'null'],
    [7, 'a number'],
    [() => 0, 'a function'],
  ])('refuses %p', (value, received) => {
    expect(issuesOf(value)).toEqual([
      { path: '$', received, allowed: 'an EventBridge event, an object', fact: facts.envelope, verdict: 'wrong' },
    ]);
  });
});
