import type { EventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import { providerStates } from '../../../contracts/providerStates.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { type Dialect, resolveDialect } from '../../../model/event/dialect.ts';
import type { EventType } from '../../../model/facts/eventTypes.ts';
import { parseStates, type StatePredicate } from '../../../src/provider/interaction/statePredicates.ts';

const domain = exampleDomain as never;
const space = spaceOf('CASE.UPDATED');

function spaceOf(eventType: EventType, itemTypes: readonly string[] = [], dialect?: Dialect): EventSpace {
  return contractSpace({ eventType, itemTypes, domain }, dialect);
}

function states(name: string, params: Record<string, unknown> = {}): readonly StatePredicate[] {
  return parseStates([{ name, params }]).predicates;
}

const customEntity = states(providerStates.userKind, { kind: 'customEntity' });
const completed = { type: 'Sla', path: 'relatedItem.sla.slaConfiguration.completionTime' };

test('every fixed case satisfies the requested states, and keeps its other differences', () => {
  const { predicates } = parseStates([
    { name: providerStates.field, params: { fieldId: 'status', member: 'stringValue' } },
    { name: providerStates.userKind, params: { kind: 'customEntity' } },
  ]);
  const cases = space.cases([{ segments: [] }]).filter(({ isPadded }) => !isPadded);
  const applied = cases.map((planned) => planned.satisfying(predicates));
  expect(applied).not.toContain(undefined);
  const events = applied.map((planned) => (planned as PlannedEvent).event());
  expect(events.filter((event) => !predicates.every((one) => one.holds(event)))).toEqual([]);
  expect(new Set(events.map((event) => JSON.stringify(event))).size).toBeGreaterThan(60);
});

test('the first variation that satisfies a state supplies what the sample lacks', () => {
  const event = space.sample().satisfying(customEntity)?.event();
  expect(event?.detail.performedBy?.user).toEqual({ customEntity: expect.any(String) });
});

test('what one state needs stays when another needs something else, in both orders', () => {
  const sla = spaceOf('RELATED_ITEM.CREATED', ['Sla']).sample();
  const [user, item] = [...customEntity, ...states(providerStates.optionalMember, completed)];
  for (const both of [
    [user, item],
    [item, user],
  ] as readonly StatePredicate[][]) {
    const event = sla.satisfying(both)?.event();
    expect(event?.detail.performedBy?.user).toEqual({ customEntity: expect.any(String) });
    expect(JSON.stringify(event)).toContain('completionTime');
  }
});

test('a completed SLA was met or missed', () => {
  const sla = spaceOf('RELATED_ITEM.CREATED', ['Sla']).sample();
  expect(JSON.stringify(sla.event())).not.toContain('completionTime');
  const event = sla.satisfying(states(providerStates.optionalMember, completed))?.event();
  expect(JSON.stringify(event)).toContain('completionTime');
});

test('an event without states stays the same', () => {
  for (const planned of space.cases([])) expect(planned.satisfying([])?.key).toBe(planned.key);
});

test('a state that no event of a space satisfies is named as impossible', () => {
  const absent = spaceOf('CASE.UPDATED', [], resolveDialect({ performedBy: 'absent' }));
  const user = states(providerStates.user);
  expect(absent.satisfying(user)).toEqual({ impossible: user[0] });
  expect(absent.sample().satisfying(user)).toBeUndefined();
});

test('the part of a space that satisfies the states drops the other event kinds', () => {
  const part = spaceOf('RELATED_ITEM.CREATED', ['Comment', 'Sla']).satisfying(
    states(providerStates.optionalMember, completed),
  ) as EventSpace;
  expect(part.samples().map(({ itemType }) => itemType)).toEqual(['Sla']);
});
