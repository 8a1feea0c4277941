import { build } from '../../../arbitraries/generation/build.ts';
import { type PlannedEvent, toPlannedEvent } from '../../../arbitraries/generation/plannedEvent.ts';
import { copyPlan, listDifferingPoints, samplePlan, variationAt } from '../../../arbitraries/plan/plan.ts';
import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { buildSchedule, drawnSteps, listEventKinds, type Played } from '../../harness/run/schedule.ts';
import { type Ambiguity, listAmbiguities } from '../../harness/verdict/ambiguities.ts';
import { domainForInteraction, movedDomains } from '../interaction/domainForInteraction.ts';
import { listReads } from '../interaction/listReads.ts';
import { resolveMessageKind } from '../interaction/messageKinds.ts';
import type { AskedInteraction } from '../interaction/pact.ts';
import { parseStates, type StatePredicate } from '../interaction/statePredicates.ts';
import { findIdentity, makeStateApplier, type StateApplier } from './stateApplier.ts';

/** One event that an interaction is played against. */
export interface VerificationCase {
  readonly planned: PlannedEvent;
  /** The other reading of an open question that the event follows. */
  readonly reading?: Ambiguity;
  readonly applyStates: StateApplier;
}

/** All events that an interaction is played against. */
export interface VerificationCases {
  readonly domain: Domain;
  /** The first is the sample, made to satisfy the states. */
  readonly cases: readonly [VerificationCase, ...VerificationCase[]];
  /** States that are none of ours. */
  readonly unknownStates: readonly string[];
}

/** What an interaction is played with. */
export interface PlayOptions {
  /** The world of the events; made of what the interaction names when not given. */
  readonly domain: Domain | undefined;
  /** How many random events there are beside the fixed ones. */
  readonly runs: number;
  readonly seed: number;
}

/** The events for an interaction, or why there are none. */
export function buildVerificationCases(
  interaction: AskedInteraction,
  options: PlayOptions,
): VerificationCases | { readonly refused: string } {
  if (interaction.unverifiable !== undefined) return { refused: interaction.unverifiable };
  const kind = resolveMessageKind(interaction);
  if ('unknown' in kind) return { refused: kind.unknown };
  const domain = options.domain ?? domainForInteraction(interaction);
  const { pins: predicates, unknown } = parseStates(interaction.states);
  const played: Played = { ...kind, otherItemTypes: [], reads: listReads(interaction.body), domain };
  const documented = documentedPlays(played, predicates, options);
  const other = options.domain === undefined ? elsewhere(played, predicates) : [];
  if ('impossible' in documented) {
    return {
      refused: `no ${kind.eventType} event ${options.domain === undefined ? '' : 'of the domain '}satisfies its state ${documented.impossible.words}. Correct the state, or leave it out`,
    };
  }
  return { domain, unknownStates: unknown, cases: [...documented, ...other, ...otherPlays(played, predicates)] };
}

/** The samples of other domains: where nobody says which domain it is, no account and Region is promised. */
function elsewhere(played: Played, predicates: readonly StatePredicate[]): readonly VerificationCase[] {
  return movedDomains(played.domain).flatMap((domain) => {
    const pinners = makeStateAppliers(listEventKinds({ ...played, domain }, defaultDialect), predicates);
    if (!(pinners instanceof Map)) return [];
    const plannedEvents = [...pinners.keys()].map((kind) => toPlannedEvent(samplePlan(kind), 'sample'));
    return distinct(plannedEvents, pinners);
  });
}

type Plays = readonly [VerificationCase, ...VerificationCase[]];

function documentedPlays(
  played: Played,
  predicates: readonly StatePredicate[],
  { runs, seed }: PlayOptions,
): Plays | { readonly impossible: StatePredicate } {
  const kinds = listEventKinds(played, defaultDialect);
  const pinners = makeStateAppliers(kinds, predicates);
  if (pinners instanceof Map) {
    const able = [...pinners.keys()];
    const plannedEvents = fewOfTheLargest([
      ...withShortest(buildSchedule(played, able).steps),
      ...smaller(drawnSteps(able, runs, seed)),
    ]);
    const cases = distinct(plannedEvents, pinners);
    return cases as unknown as Plays;
  }
  return pinners;
}

/** The pinners of the event kinds whose events can satisfy the states; where there is none, a state that is in the way. */
function makeStateAppliers(
  kinds: readonly EventKind[],
  predicates: readonly StatePredicate[],
): Map<EventKind, StateApplier> | { readonly impossible: StatePredicate } {
  const pinners = new Map<EventKind, StateApplier>();
  let impossible: StatePredicate | undefined;
  for (const kind of kinds) {
    const pinner = makeStateApplier(kind, predicates);
    if (typeof pinner === 'function') pinners.set(kind, pinner);
    else impossible ??= pinner.impossible;
  }
  return pinners.size === 0 && impossible !== undefined ? { impossible } : pinners;
}

/**
 * Of the largest events of each event kind the first is enough, and the one of most fields: what a matcher sees of them is how
 * long a text is, and how many fields there are.
 */
function fewOfTheLargest(plannedEvents: readonly PlannedEvent[]): readonly PlannedEvent[] {
  const seen = new Set<EventKind>();
  return plannedEvents.filter(({ plan: { sizeTarget, kind } }) => {
    if (sizeTarget === undefined || (sizeTarget.fields !== 'none' && sizeTarget.fields > 0)) return true;
    if (seen.has(kind)) return false;
    seen.add(kind);
    return true;
  });
}

/** What is played at its longest is played at its shortest, too: a matcher may demand a length. */
function withShortest(plannedEvents: readonly PlannedEvent[]): readonly PlannedEvent[] {
  return plannedEvents.flatMap((planned) => {
    const [point] = listDifferingPoints(planned.plan);
    const size = point === undefined ? undefined : variationAt(planned.plan, point)?.size;
    if (point === undefined || size === undefined || planned.plan.sizeTarget !== undefined) return [planned];
    const plan = copyPlan(planned.plan);
    plan.parameters[point] = size.least;
    return [planned, { ...planned, plan }];
  });
}

/** Random events of the largest size would take more time than all others together. */
function smaller(plannedEvents: readonly PlannedEvent[]): readonly PlannedEvent[] {
  return plannedEvents.filter(({ plan }) => plan.sizeTarget === undefined);
}

function distinct(
  plannedEvents: readonly PlannedEvent[],
  pinners: ReadonlyMap<EventKind, StateApplier>,
  reading?: Ambiguity,
): VerificationCase[] {
  const seen = new Set<string>();
  return plannedEvents.flatMap((planned): VerificationCase[] => {
    const pin = pinners.get(planned.plan.kind) as StateApplier;
    const plan = pin(planned.plan);
    if (plan === undefined) return [];
    const identity = `${plan.kind.itemType} ${findIdentity(plan)}`;
    if (seen.has(identity)) return [];
    seen.add(identity);
    return [{ planned: { ...planned, plan }, applyStates: pin, ...(reading === undefined ? {} : { reading }) }];
  });
}

/**
 * The events of the other readings. One in which no event satisfies a state has nothing to play: the state is how an honest
 * pact says that it is about events with that part only, and demands it of no other.
 */
function otherPlays(played: Played, predicates: readonly StatePredicate[]): readonly VerificationCase[] {
  return listAmbiguities(played).flatMap((reading) => {
    // What is larger is no longer: no matcher sees more of it than of the documented ceiling.
    if (reading.question === 'entrySize') return [];
    const pinners = makeStateAppliers([...new Set(reading.steps.map(({ plan }) => plan.kind))], predicates);
    if (!(pinners instanceof Map)) return [];
    return distinct(
      reading.steps.filter(({ plan }) => pinners.has(plan.kind)),
      pinners,
      reading,
    );
  });
}

/** The event of a play: a new object every time. */
export function buildCaseEvent({ planned }: VerificationCase): CasesEvent {
  return build(planned.plan);
}
