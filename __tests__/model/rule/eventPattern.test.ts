import { facts } from '../../../model/facts/facts.ts';
import { eventPattern } from '../../../model/rule/eventPattern.ts';
import { refusal } from '../../helpers/refusal.ts';
import { cases, events } from './golden/ruleCases.json';

interface RuleCase {
  readonly name: string;
  readonly pattern?: object;
  readonly text?: string;
  readonly event?: string;
  readonly match?: boolean;
  readonly invalid?: string;
}

const measured: readonly (readonly [string, RuleCase])[] = (cases as readonly RuleCase[]).map((one) => [one.name, one]);
const refused = measured.filter(([, { invalid }]) => invalid !== undefined);
const decided = measured.filter(([, { invalid }]) => invalid === undefined);
const e1 = events.e1;

function compile({ pattern, text }: RuleCase) {
  return eventPattern(text ?? (pattern as object));
}

test('the cases are all that AWS answered', () => {
  expect([decided.length, refused.length]).toEqual([64, 35]);
});

test.each(decided)("AWS's engine decides the same: %s", (_, one) => {
  const event = events[one.event as keyof typeof events];
  expect(compile(one).matches(event)).toBe(one.match);
});

test.each(decided)('what matches needs no explanation, and what does not has one: %s', (_, one) => {
  const event = events[one.event as keyof typeof events];
  expect(compile(one).explain(event).length > 0).toBe(!one.match);
});

test.each(refused)("AWS's engine refuses the same, and the message names the place: %s", (_, one) => {
  expect(refusal(() => compile(one))).toMatch(/^pattern[^ ]* is .*; allowed: .*\.$/);
});

describe('a pattern as text', () => {
  it('keeps what an object would lose: the last of two equal leaves counts, and two equal objects add up', () => {
    expect(eventPattern('{"source":["x"],"source":["aws.cases"]}').matches(e1)).toBe(true);
    const twice = '{"detail":{"eventType":["CASE.CREATED"]},"detail":{"version":["0"]}}';
    expect(eventPattern(twice).matches(e1)).toBe(false);
  });

  it('ends with its object, as for AWS', () => {
    expect(eventPattern('{"source":["aws.cases"]} and more').matches(e1)).toBe(true);
  });
});

describe('an explanation', () => {
  it('names each leaf that keeps the event out, what the event has there, and why', () => {
    const pattern = eventPattern({
      source: ['aws.cases'],
      detail: { eventType: ['CASE.CREATED'], performedBy: { user: [{ exists: true }] }, nope: ['x'] },
    });
    expect(pattern.explain(e1)).toEqual([
      {
        path: ['detail', 'eventType'],
        condition: '["CASE.CREATED"]',
        received: ['CASE.UPDATED'],
        because: 'the condition does not admit "CASE.UPDATED"',
        branches: [],
        text: 'detail.eventType must meet ["CASE.CREATED"]: the condition does not admit "CASE.UPDATED"',
      },
      {
        path: ['detail', 'nope'],
        condition: '["x"]',
        received: [],
        because: 'the event has nothing there',
        branches: [],
        text: 'detail.nope must meet ["x"]: the event has nothing there',
      },
      {
        path: ['detail', 'performedBy', 'user'],
        condition: '[{"exists":true}]',
        received: [],
        because: 'the event has an object there, and a pattern compares only the values within it',
        branches: [],
        fact: facts.existsLeaf,
        text: expect.stringMatching(
          /^detail\.performedBy\.user must meet \[\{"exists":true\}\]: the event has .* \(AWS: exists works on leaves only: .*\)$/,
        ),
      },
    ]);
  });

  it('lists each branch of $or, and the leaves outside of it once', () => {
    const pattern = eventPattern({
      source: ['aws.s3'],
      detail: { $or: [{ eventType: ['CASE.CREATED'] }, { $or: [{ version: ['1'] }, { version: [0] }] }] },
    });
    expect(pattern.explain(e1).map(({ path, branches }) => [path.join('.'), ...branches])).toEqual([
      ['detail.eventType', 'detail["$or"][0]'],
      ['source'],
      ['detail.version', 'detail["$or"][1]', 'detail["$or"][1]["$or"][0]'],
      ['detail.version', 'detail["$or"][1]', 'detail["$or"][1]["$or"][1]'],
    ]);
  });
});

test.each([
  [
    '{"source":["aws.cases"]}',
    'event is "{\\"source\\":[\\"aws.cases\\"]}"; allowed: an event as an object. EventBridge takes JSON objects only. Read JSON with JSON.parse first.',
  ],
  [null, 'event is null; allowed: an event as an object. EventBridge takes JSON objects only.'],
  [[e1], /^event is \[.*\]; allowed: an event as an object\. EventBridge takes JSON objects only\.$/],
])('an event that is no object is refused', (event, message) => {
  const { matches, explain } = eventPattern({ $or: [{ source: ['aws.cases'] }, { source: ['x'] }] });
  expect(refusal(() => matches(event))).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  expect(refusal(() => explain(event))).toEqual(refusal(() => matches(event)));
});
