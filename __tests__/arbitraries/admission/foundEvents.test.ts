import { contractSpace } from '../../../contracts/contractSpace.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { type EventType, eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { eventPattern } from '../../../model/rule/eventPattern.ts';
import { compileRule } from '../../../model/rule/rule.ts';
import { SeededRandom } from '../../../model/values/seededRandom.ts';
import { draw } from '../../../src/harness/run/draw.ts';
import { makePattern } from './makePattern.ts';

const domain = exampleDomain as unknown as Domain;

function spaceOf(eventType: EventType, itemType: (typeof relatedItemTypes)[number] | undefined, pattern?: object) {
  const itemTypes = itemType === undefined ? [] : [itemType];
  const rule = pattern && compileRule('rule', pattern);
  return contractSpace({ eventType, itemTypes, domain, ...(rule && { rule }) });
}

function sla(slaConfiguration: object): object {
  return { detail: { relatedItem: { sla: { slaConfiguration } } } };
}

const arn = `arn:aws:cases:us-east-1:111122223333:domain/${exampleDomain.domainId}/case`;

test.each<[string, EventType, (typeof relatedItemTypes)[number] | undefined, object]>([
  [
    'an SLA that is met, with its time',
    'RELATED_ITEM.CREATED',
    'Sla',
    sla({ status: ['Met'], completionTime: [{ exists: true }] }),
  ],
  [
    'an SLA that is not met, with its time',
    'RELATED_ITEM.DELETED',
    'Sla',
    sla({ status: ['NotMet'], completionTime: [{ exists: true }] }),
  ],
  ['an SLA with the time of its end', 'RELATED_ITEM.DELETED', 'Sla', sla({ completionTime: [{ exists: true }] })],
  [
    'an active SLA without such a time',
    'RELATED_ITEM.CREATED',
    'Sla',
    sla({ status: ['Active'], completionTime: [{ exists: false }] }),
  ],
  ['an SLA that ended on a day', 'RELATED_ITEM.DELETED', 'Sla', sla({ completionTime: [{ prefix: '2022-04-30T' }] })],
  [
    'the end of a time',
    'RELATED_ITEM.CREATED',
    'Custom',
    { detail: { relatedItem: { createdDateTime: [{ suffix: '9:50:08.508Z' }] } } },
  ],
  [
    'the beginning of a time',
    'CASE.UPDATED',
    undefined,
    { detail: { approximateChangeTime: [{ prefix: '2026-02-2' }] } },
  ],
  ['a month', 'CASE.UPDATED', undefined, { time: [{ prefix: '2027-12' }] }],
  ['the seconds of a time', 'CASE.UPDATED', undefined, { time: [{ suffix: ':07Z' }] }],
  ['the ARN of a case whose id has slashes', 'CASE.UPDATED', undefined, { resources: [`${arn}/689b/case/1`] }],
  [
    'the ARN of an item whose case has slashes',
    'RELATED_ITEM.CREATED',
    'File',
    { resources: [`${arn}/689b/case/1/related-item/2`] },
  ],
])('a rule on %s has an event', (_, eventType, itemType, pattern) => {
  expect(spaceOf(eventType, itemType, pattern).isEmpty).toBe(false);
});

test('nearly every rule that is made of an event has an event, without a search', () => {
  const random = new SeededRandom(20_261_128);
  const kinds = eventTypes.flatMap((type) =>
    (isRelatedItemEventType(type) ? relatedItemTypes : [undefined]).map((itemType) => ({ type, itemType })),
  );
  const missed: object[] = [];
  let tried = 0;
  for (const { type, itemType } of kinds) {
    const planned = draw(() => spaceOf(type, itemType).arbitrary(), { seed: 11, runs: 60 });
    for (const one of planned) {
      const event = one.event();
      // What AWS may add has any name, and no rule asks for it today.
      if (one.class === 'open' || one.class === 'limit') continue;
      const pattern = makePattern(event, random);
      if (JSON.stringify(pattern).length > 2000 || !eventPattern(pattern).matches(event)) continue;
      tried++;
      if (spaceOf(type, itemType, pattern).isEmpty) missed.push(pattern);
    }
  }
  expect(tried).toBeGreaterThan(400);
  expect(missed.map((pattern) => JSON.stringify(pattern))).toEqual([]);
});
