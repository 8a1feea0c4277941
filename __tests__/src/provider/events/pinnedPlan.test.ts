import { build } from '../../../../arbitraries/generation/build.ts';
import { fixedCases } from '../../../../arbitraries/generation/fixedCases.ts';
import { samplePlan } from '../../../../arbitraries/plan/plan.ts';
import { shapeOf } from '../../../../arbitraries/variations/shape.ts';
import { providerStates } from '../../../../contracts/providerStates.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { defaultDialect, resolveDialect } from '../../../../model/event/dialect.ts';
import { identityOf, type Pinner, pinnerOf } from '../../../../src/provider/events/pinnedPlan.ts';
import { pinsOf } from '../../../../src/provider/interaction/pins.ts';

const shape = shapeOf('CASE.UPDATED', '', exampleDomain, defaultDialect);

function pinned(name: string, params: Record<string, unknown> = {}, of = shape): ReturnType<typeof pinnerOf> {
  return pinnerOf(of, pinsOf([{ name, params }]).pins);
}

test('every fixed case satisfies the states after it was pinned, and keeps its other differences', () => {
  const { pins } = pinsOf([
    { name: providerStates.field, params: { fieldId: 'status', member: 'stringValue' } },
    { name: providerStates.userKind, params: { kind: 'customEntity' } },
  ]);
  const pin = pinnerOf(shape, pins) as Pinner;
  const plans = fixedCases(shape, [[]], 0).filter(({ plan }) => plan.fill === undefined);
  const events = plans.map(({ plan }) => build(pin(plan) ?? plan));
  expect(events.filter((event) => !pins.every((one) => one.holds(event)))).toEqual([]);
  expect(new Set(events.map((event) => JSON.stringify(event))).size).toBeGreaterThan(60);
});

test('what the sample does not have comes from the first variation that brings it', () => {
  const pin = pinned(providerStates.userKind, { kind: 'customEntity' }) as Pinner;
  const plan = pin(samplePlan(shape));
  expect(build(plan ?? samplePlan(shape)).detail.performedBy?.user).toEqual({ customEntity: expect.any(String) });
});

test('a completed SLA is one that was met or missed', () => {
  const sla = shapeOf('RELATED_ITEM.CREATED', 'Sla', exampleDomain, defaultDialect);
  const path = 'relatedItem.sla.slaConfiguration.completionTime';
  const pin = pinned(providerStates.optionalMember, { type: 'Sla', path }, sla) as Pinner;
  expect(JSON.stringify(build(pin(samplePlan(sla)) ?? samplePlan(sla)))).toContain('completionTime');
});

test('without states a plan stays as it is', () => {
  const plan = samplePlan(shape);
  expect((pinnerOf(shape, []) as Pinner)(plan)).toBe(plan);
});

test('a state that no event of a shape satisfies is named', () => {
  const dialect = resolveDialect({ performedBy: 'absent' });
  expect(pinned(providerStates.user, {}, shapeOf('CASE.UPDATED', '', exampleDomain, dialect))).toMatchObject({
    impossible: { words: '"a user made the change"' },
  });
});

test('plans of the same event have the same identity, others another', () => {
  const [first, second] = fixedCases(shape, [[]], 0);
  expect(identityOf(samplePlan(shape))).toBe(identityOf(samplePlan(shape)));
  expect(identityOf(first?.plan ?? samplePlan(shape))).not.toBe(identityOf(second?.plan ?? samplePlan(shape)));
});
