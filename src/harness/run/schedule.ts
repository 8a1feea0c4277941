import { build } from '../../../arbitraries/generation/build.ts';
import { PlanArbitrary } from '../../../arbitraries/generation/eventArbitrary.ts';
import { findMissingCoverage, fixedCases } from '../../../arbitraries/generation/fixedCases.ts';
import { resolveCeiling } from '../../../arbitraries/generation/options.ts';
import { type PlannedEvent, toPlannedEvent } from '../../../arbitraries/generation/plannedEvent.ts';
import { type Plan, samplePlan } from '../../../arbitraries/plan/plan.ts';
import type { CoverageItem } from '../../../arbitraries/variations/coverageItems.ts';
import { type EventKind, resolveEventKind } from '../../../arbitraries/variations/eventKind.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { type Dialect, defaultDialect } from '../../../model/event/dialect.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { type EventClass, eventClasses } from '../../../model/event/eventClasses.ts';
import { nameEventKinds } from '../../../model/event/eventKindName.ts';
import { unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { nodeModule } from '../../../model/platform/nodeModule.ts';
import { draw } from './draw.ts';

const { Buffer } = nodeModule('node:buffer');

/** What is played: the events of a type, of some item types and a domain, with an eye on the places that are read. */
export type Played = Pick<Contract, 'eventType' | 'itemTypes' | 'otherItemTypes' | 'reads' | 'domain'>;

/** The event kinds of the events that a contract plays in a dialect. */
export function listEventKinds(
  { eventType, itemTypes, domain }: Played,
  dialect: Dialect = defaultDialect,
): readonly EventKind[] {
  return nameEventKinds(eventType, itemTypes).map((name) => resolveEventKind(name, domain, dialect));
}

/** What every run of a contract tries. */
export interface Schedule {
  /** The sample of each event kind, then the fixed cases, in their order: their numbers are replay paths. */
  readonly steps: readonly PlannedEvent[];
  /** Bullets of the class table that the contract's events cannot have. */
  readonly notApplicable: readonly CoverageItem[];
}

/**
 * The schedule of a contract; the same for the same contract. `largest` is the most that a transport delivers, in bytes.
 */
export function buildSchedule(contract: Played, kinds: readonly EventKind[], largest?: number): Schedule {
  const reads = contract.reads.map(({ segments }) => segments);
  const cases = kinds.flatMap((kind) => fixedCases(kind, reads, ceilingThrough(kind, largest)));
  const plannedEvents = [
    ...kinds.map((kind) => toScheduled(samplePlan(kind), 'sample')),
    ...cases.map((fixed) => toScheduled(fixed.plan, fixed.class)),
  ];
  return { steps: plannedEvents, notApplicable: findMissingCoverage(cases) };
}

/** The sample of a contract, as its schedule begins with it. */
export function sampleStep(contract: Played): PlannedEvent {
  return toScheduled(samplePlan(listEventKinds(contract)[0] as EventKind), 'sample');
}

/** Whatever differs, an item type of tomorrow is something new. */
function toScheduled(plan: Plan, eventClass: EventClass): PlannedEvent {
  return toPlannedEvent(plan, plan.kind.itemType === unknownItemType ? 'open' : eventClass);
}

/** The largest entry of an event kind; what is delivered is larger than the entry by the same for all its events. */
function ceilingThrough(kind: EventKind, largest: number | undefined): number {
  const ceiling = resolveCeiling(kind.dialect);
  if (largest === undefined) return ceiling;
  const sample = build(samplePlan(kind));
  return Math.min(ceiling, largest - (Buffer.byteLength(JSON.stringify(sample)) - entrySize(sample)));
}

/** Random plans over all classes. */
export function randomPlans(kinds: readonly EventKind[], largest?: number): PlanArbitrary {
  const ceiling = Math.min(...kinds.map((kind) => ceilingThrough(kind, largest)));
  const classes = eventClasses.filter((name) => name !== 'foreign');
  return new PlanArbitrary({ kinds, classes, ceiling, most: ceiling });
}

/** Some random plans: the same for the same seed. `largest` is the most that a transport delivers, in bytes. */
export function drawnSteps(kinds: readonly EventKind[], runs: number, seed: number, largest?: number): PlannedEvent[] {
  return runs === 0 ? [] : draw(() => randomPlans(kinds, largest), { seed, runs });
}

/** The sample that a plan is compared with: it has the same ids and instants. */
export function buildSample({ kind, identity }: Pick<Plan, 'identity' | 'kind'>): object {
  return build({ ...samplePlan(kind), identity });
}
