import type { EventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { draw } from '../../harness/run/draw.ts';
import { type Ambiguity, listAmbiguities, type Played } from '../../harness/verdict/ambiguities.ts';
import { inferDomain, moveDomain } from '../interaction/inferDomain.ts';
import { listReads } from '../interaction/listReads.ts';
import { resolveMessageKind } from '../interaction/messageKinds.ts';
import type { AskedInteraction } from '../interaction/pact.ts';
import { parseStates, type StatePredicate } from '../interaction/statePredicates.ts';

/** One event to check an interaction against. */
export interface VerificationCase {
  readonly planned: PlannedEvent;
  /** The reading of the event, if it is not the default one. */
  readonly ambiguity?: Ambiguity;
  /** The states of the interaction. The event and everything that it shrinks to satisfy them. */
  readonly states: readonly StatePredicate[];
}

/** All events to check an interaction against. */
export interface VerificationCases {
  readonly domain: Domain;
  /** The first is the sample, changed to satisfy the states. */
  readonly cases: readonly [VerificationCase, ...VerificationCase[]];
  /** States that this package does not know. */
  readonly unknownStates: readonly string[];
}

/** The options of {@link buildVerificationCases}. */
export interface PlayOptions {
  /** The domain of the events; by default derived from the names in the interaction. */
  readonly domain: Domain | undefined;
  /** The number of random events besides the fixed ones. */
  readonly runs: number;
  readonly seed: number;
}

/** The events for an interaction, or the reason why there are none. */
export function buildVerificationCases(
  interaction: AskedInteraction,
  options: PlayOptions,
): VerificationCases | { readonly refused: string } {
  if (interaction.unverifiable !== undefined) return { refused: interaction.unverifiable };
  const kind = resolveMessageKind(interaction);
  if ('unknown' in kind) return { refused: kind.unknown };
  const domain = options.domain ?? inferDomain(interaction);
  const { predicates, unknown } = parseStates(interaction.states);
  const played: Played = { ...kind, otherItemTypes: [], reads: listReads(interaction.body), domain };
  const ofDefaults = listCasesOfDefaultReadings(played, predicates, options);
  const other = options.domain === undefined ? listElsewhere(played, predicates) : [];
  if ('impossible' in ofDefaults) {
    return {
      refused: `no ${kind.eventType} event ${options.domain === undefined ? '' : 'of the domain '}satisfies its state ${ofDefaults.impossible.words}. Correct the state, or leave it out`,
    };
  }
  return {
    domain,
    unknownStates: unknown,
    cases: [...ofDefaults, ...other, ...listCasesOfOtherReadings(played, predicates)],
  };
}

/** The samples of other domains: without a known domain, no account or Region is promised. */
function listElsewhere(played: Played, predicates: readonly StatePredicate[]): readonly VerificationCase[] {
  return moveDomain(played.domain).flatMap((domain) => {
    const able = contractSpace({ ...played, domain }).satisfying(predicates);
    return 'impossible' in able ? [] : listDistinct(able.samples(), predicates);
  });
}

type Cases = readonly [VerificationCase, ...VerificationCase[]];

function listCasesOfDefaultReadings(
  played: Played,
  predicates: readonly StatePredicate[],
  { runs, seed }: PlayOptions,
): Cases | { readonly impossible: StatePredicate } {
  const able = contractSpace(played).satisfying(predicates);
  if ('impossible' in able) return able;
  const plannedEvents = limitLargest([
    ...withShortest(able.schedule(played.reads).plannedEvents),
    ...drawSmall(able, runs, seed),
  ]);
  return listDistinct(plannedEvents, predicates) as unknown as Cases;
}

/**
 * Keeps only the first of each event kind's largest events, and the one with the most fields: a matcher depends only on
 * text lengths and the number of fields.
 */
function limitLargest(plannedEvents: readonly PlannedEvent[]): readonly PlannedEvent[] {
  const seen = new Set<string | undefined>();
  return plannedEvents.filter(({ isPadded, isCrowded, itemType }) => {
    if (!isPadded || isCrowded) return true;
    const first = !seen.has(itemType);
    seen.add(itemType);
    return first;
  });
}

/** Adds the shortest event for each longest one: a matcher may require a length. */
function withShortest(plannedEvents: readonly PlannedEvent[]): readonly PlannedEvent[] {
  return plannedEvents.flatMap((planned) => {
    const shorter = planned.shorten();
    return shorter === undefined ? [planned] : [planned, shorter];
  });
}

/** Random events of the largest size would take more time than all others together. */
function drawSmall(space: EventSpace, runs: number, seed: number): readonly PlannedEvent[] {
  return draw(() => space.arbitrary(), { seed, runs }).filter(({ isPadded }) => !isPadded);
}

function listDistinct(
  plannedEvents: readonly PlannedEvent[],
  states: readonly StatePredicate[],
  ambiguity?: Ambiguity,
): VerificationCase[] {
  const seen = new Set<string>();
  return plannedEvents.flatMap((before): VerificationCase[] => {
    const planned = before.satisfying(states);
    if (planned === undefined || seen.has(planned.key)) return [];
    seen.add(planned.key);
    return [{ planned, states, ...(ambiguity === undefined ? {} : { ambiguity }) }];
  });
}

/**
 * The events of other readings. A reading without an event in the state is skipped: an honest pact uses the state to
 * limit its expectation to such events.
 */
function listCasesOfOtherReadings(played: Played, predicates: readonly StatePredicate[]): readonly VerificationCase[] {
  return listAmbiguities(played).flatMap((ambiguity) => {
    // Skips larger events: no matcher depends on more than the documented limit shows.
    if (ambiguity.question === 'entrySize') return [];
    return listDistinct(ambiguity.plannedEvents, predicates, ambiguity);
  });
}
