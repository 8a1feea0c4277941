import { type EventSpace, eventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { draw } from '../../harness/run/draw.ts';
import { type Ambiguity, listAmbiguities, type Played } from '../../harness/verdict/ambiguities.ts';
import { domainForInteraction, movedDomains } from '../interaction/domainForInteraction.ts';
import { listReads } from '../interaction/listReads.ts';
import { resolveMessageKind } from '../interaction/messageKinds.ts';
import type { AskedInteraction } from '../interaction/pact.ts';
import { parseStates, type StatePredicate } from '../interaction/statePredicates.ts';

/** One event that an interaction is played against. */
export interface VerificationCase {
  readonly planned: PlannedEvent;
  /** The other reading of an open question that the event follows. */
  readonly reading?: Ambiguity;
  /** The states of the interaction, which it satisfies: so must what it shrinks to. */
  readonly states: readonly StatePredicate[];
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
    const able = eventSpace({ ...played, domain }).satisfying(predicates);
    return 'impossible' in able ? [] : distinct(able.samples(), predicates);
  });
}

type Plays = readonly [VerificationCase, ...VerificationCase[]];

function documentedPlays(
  played: Played,
  predicates: readonly StatePredicate[],
  { runs, seed }: PlayOptions,
): Plays | { readonly impossible: StatePredicate } {
  const able = eventSpace(played).satisfying(predicates);
  if ('impossible' in able) return able;
  const plannedEvents = fewOfTheLargest([
    ...withShortest(able.schedule(played.reads).plannedEvents),
    ...drawSmall(able, runs, seed),
  ]);
  return distinct(plannedEvents, predicates) as unknown as Plays;
}

/**
 * Of the largest events of each event kind the first is enough, and the one of most fields: what a matcher sees of them is how
 * long a text is, and how many fields there are.
 */
function fewOfTheLargest(plannedEvents: readonly PlannedEvent[]): readonly PlannedEvent[] {
  const seen = new Set<string | undefined>();
  return plannedEvents.filter(({ isPadded, isCrowded, itemType }) => {
    if (!isPadded || isCrowded) return true;
    const first = !seen.has(itemType);
    seen.add(itemType);
    return first;
  });
}

/** What is played at its longest is played at its shortest, too: a matcher may demand a length. */
function withShortest(plannedEvents: readonly PlannedEvent[]): readonly PlannedEvent[] {
  return plannedEvents.flatMap((planned) => {
    const shorter = planned.shortened();
    return shorter === undefined ? [planned] : [planned, shorter];
  });
}

/** Random events of the largest size would take more time than all others together. */
function drawSmall(space: EventSpace, runs: number, seed: number): readonly PlannedEvent[] {
  return draw(() => space.arbitrary(), { seed, runs }).filter(({ isPadded }) => !isPadded);
}

function distinct(
  plannedEvents: readonly PlannedEvent[],
  states: readonly StatePredicate[],
  reading?: Ambiguity,
): VerificationCase[] {
  const seen = new Set<string>();
  return plannedEvents.flatMap((unpinned): VerificationCase[] => {
    const planned = unpinned.satisfying(states);
    if (planned === undefined || seen.has(planned.key)) return [];
    seen.add(planned.key);
    return [{ planned, states, ...(reading === undefined ? {} : { reading }) }];
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
    return distinct(reading.plannedEvents, predicates, reading);
  });
}

/** The event of a play: a new object every time. */
export function buildCaseEvent({ planned }: VerificationCase): CasesEvent {
  return planned.event();
}
