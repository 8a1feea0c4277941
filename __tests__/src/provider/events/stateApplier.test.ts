import { build } from '../../../../arbitraries/generation/build.ts';
import { fixedCases } from '../../../../arbitraries/generation/fixedCases.ts';
import { samplePlan } from '../../../../arbitraries/plan/plan.ts';
import { type EventKind, resolveEventKind } from '../../../../arbitraries/variations/eventKind.ts';
import { providerStates } from '../../../../contracts/providerStates.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { defaultDialect, resolveDialect } from '../../../../model/event/dialect.ts';
import { findIdentity, makeStateApplier, type StateApplier } from '../../../../src/provider/events/stateApplier.ts';
import { parseStates } from '../../../../src/provider/interaction/statePredicates.ts';

const kind = resolveEventKind({ type: 'CASE.UPDATED' }, exampleDomain, defaultDialect);

function pinned(
  name: string,
  params: Record<string, unknown> = {},
  of: EventKind = kind,
): ReturnType<typeof makeStateApplier> {
  return makeStateApplier(of, parseStates([{ name, params }]).pins);
}

test('every fixed case satisfies the states after it was pinned, and keeps its other differences', () => {
  const { pins: predicates } = parseStates([
    { name: providerStates.field, params: { fieldId: 'status', member: 'stringValue' } },
    { name: providerStates.userKind, params: { kind: 'customEntity' } },
  ]);
  const pin = makeStateApplier(kind, predicates) as StateApplier;
  const plans = fixedCases(kind, [[]], 0).filter(({ plan }) => plan.sizeTarget === undefined);
  const events = plans.map(({ plan }) => build(pin(plan) ?? plan));
  expect(events.filter((event) => !predicates.every((one) => one.holds(event)))).toEqual([]);
  expect(new Set(events.map((event) => JSON.stringify(event))).size).toBeGreaterThan(60);
});

test('what the sample does not have comes from the first variation that brings it', () => {
  const pin = pinned(providerStates.userKind, { kind: 'customEntity' }) as StateApplier;
  const plan = pin(samplePlan(kind));
  expect(build(plan ?? samplePlan(kind)).detail.performedBy?.user).toEqual({ customEntity: expect.any(String) });
});

test('a completed SLA is one that was met or missed', () => {
  const sla = resolveEventKind({ type: 'RELATED_ITEM.CREATED', itemType: 'Sla' }, exampleDomain, defaultDialect);
  const path = 'relatedItem.sla.slaConfiguration.completionTime';
  const pin = pinned(providerStates.optionalMember, { type: 'Sla', path }, sla) as StateApplier;
  expect(JSON.stringify(build(pin(samplePlan(sla)) ?? samplePlan(sla)))).toContain('completionTime');
});

test('without states a plan stays as it is', () => {
  const plan = samplePlan(kind);
  expect((makeStateApplier(kind, []) as StateApplier)(plan)).toBe(plan);
});

test('a state that no event of an event kind satisfies is named', () => {
  const dialect = resolveDialect({ performedBy: 'absent' });
  expect(
    pinned(providerStates.user, {}, resolveEventKind({ type: 'CASE.UPDATED' }, exampleDomain, dialect)),
  ).toMatchObject({
    impossible: { words: '"a user made the change"' },
  });
});

test('plans of the same event have the same identity, others another', () => {
  const [first, second] = fixedCases(kind, [[]], 0);
  expect(findIdentity(samplePlan(kind))).toBe(findIdentity(samplePlan(kind)));
  expect(findIdentity(first?.plan ?? samplePlan(kind))).not.toBe(findIdentity(second?.plan ?? samplePlan(kind)));
});
