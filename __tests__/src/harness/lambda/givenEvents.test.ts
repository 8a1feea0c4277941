import { GivenEvents } from '../../../../src/harness/lambda/givenEvents.ts';

const given = (subject: string, isChanged = false) => ({ subject, isChanged: () => isChanged });

test('the first changed event is found, once', () => {
  const events = new GivenEvents();
  for (const one of [given('same'), given('first', true), given('second', true)]) events.add(one);
  expect(events.findChanged()).toBe('first');
  expect(events.findChanged()).toBeUndefined();
});

test('of many events the oldest are compared early, and none is forgotten', () => {
  const events = new GivenEvents();
  events.add(given('first', true));
  for (let number = 0; number < 100; number++) events.add(given(`later ${number}`));
  expect(events.findChanged()).toBe('first');
});
