import fc from 'fast-check';
import { type ForeignEvent, foreignEvents, identifyForeign } from '../../arbitraries/foreignEvents.ts';
import type { Domain } from '../../model/domain/domain.ts';
import { parseCaseEvent } from '../../model/parse/parseCaseEvent.ts';
import { refusal } from '../helpers/refusal.ts';

const all = fc.sample(foreignEvents(), { numRuns: 300, seed: 3 });
const calls = callsIn(all);

function callsIn(events: readonly ForeignEvent[]): ForeignEvent[] {
  return events.filter((event) => event['detail-type'] === 'AWS API Call via CloudTrail');
}

function namesOf(events: readonly ForeignEvent[]): string[] {
  return callsIn(events).map(({ detail }) => String(detail.eventName));
}

test('foreign events come from aws.cases, but are not case events', () => {
  for (const event of all) {
    expect(event.source).toBe('aws.cases');
    expect(() => parseCaseEvent(event)).toThrow(
      event['detail-type'] === 'AWS API Call via CloudTrail'
        ? 'This is not a valid event of Amazon Connect Cases:\n- detail-type is "AWS API Call via CloudTrail"; allowed: "Amazon Connect Cases Change"; this is CloudTrail\'s record of an API call\n'
        : 'This is not a valid event of Amazon Connect Cases:\n- detail.eventType is a text of ',
    );
  }
});

test('foreign events are CloudTrail calls, some of them refused, and events of unknown types', () => {
  const ofTomorrow = all.filter((event) => event['detail-type'] === 'Amazon Connect Cases Change');
  expect(calls.length + ofTomorrow.length).toBe(300);
  expect(new Set(calls.map(({ detail }) => typeof detail.errorCode))).toEqual(new Set(['undefined', 'string']));
  expect(new Set(ofTomorrow.map(({ detail }) => detail.eventType))).toContain('TEMPLATE.UPDATED');
});

test('every call is a complete CloudTrail record, with its own eventType', () => {
  const always = [
    'eventType',
    'eventName',
    'eventSource',
    'eventVersion',
    'userIdentity',
    'eventTime',
    'awsRegion',
    'sourceIPAddress',
    'userAgent',
    'requestParameters',
    'responseElements',
    'requestID',
    'eventID',
  ];
  for (const { detail } of calls) {
    expect(Object.keys(detail)).toEqual(expect.arrayContaining(always));
    expect(detail).toMatchObject({ eventType: 'AwsApiCall', eventSource: 'cases.amazonaws.com' });
  }
});

test('calls that begin with Get, List or Describe reach only a rule that asks for them', () => {
  const reading = /^(Get|List|Describe)/;
  const delivered = fc.sample(foreignEvents({ state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' }), {
    numRuns: 300,
    seed: 3,
  });
  expect(namesOf(all).filter((name) => reading.test(name))).toEqual([]);
  // Not every read-only call has such a name.
  expect(namesOf(all)).toContain('SearchCases');
  expect(new Set(namesOf(delivered).filter((name) => reading.test(name))).size).toBeGreaterThan(2);
});

test('foreign events name the account and the Region of the domain', () => {
  const domain = { region: 'eu-west-2', accountId: '123456789012', domainId: 'd' } as Domain;
  const [event] = fc.sample(foreignEvents({ domain }), 1);
  expect([event?.region, event?.account]).toEqual(['eu-west-2', '123456789012']);
});

test('foreign events get new ids when they are played', () => {
  const [call] = calls as [ForeignEvent];
  const played = [1, 2].map((number) => identifyForeign(call, { number, run: 5 }));
  expect(new Set(played.flatMap(({ id, detail }) => [id, detail.eventID, detail.requestID])).size).toBe(6);
});

test('foreignEvents refuses a state that no rule can have', () => {
  expect(refusal(() => foreignEvents({ state: 'DISABLED' as never }))).toBe(
    'options.state is "DISABLED"; allowed: "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS".',
  );
});
