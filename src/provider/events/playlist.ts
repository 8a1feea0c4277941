import { build } from '../../../arbitraries/generation/build.ts';
import { firstStep, type Step } from '../../../arbitraries/generation/shrink.ts';
import { copyPlan, differingSlots, samplePlan, variationAt } from '../../../arbitraries/plan/plan.ts';
import type { Shape } from '../../../arbitraries/variations/shape.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { drawnSteps, type Played, scheduleOf, shapesOf } from '../../harness/run/schedule.ts';
import { type Ambiguity, ambiguitiesOf } from '../../harness/verdict/ambiguities.ts';
import { kindOf } from '../interaction/messageKinds.ts';
import type { AskedInteraction } from '../interaction/pact.ts';
import { type Pin, pinsOf } from '../interaction/pins.ts';
import { readsOf } from '../interaction/readsOf.ts';
import { movedWorlds, worldOf } from '../interaction/world.ts';
import { identityOf, type Pinner, pinnerOf } from './pinnedPlan.ts';

/** One event that an interaction is played against. */
export interface Play {
  readonly step: Step;
  /** The other reading of an open question that the event follows. */
  readonly reading?: Ambiguity;
  readonly pin: Pinner;
}

/** All events that an interaction is played against. */
export interface Playlist {
  readonly domain: Domain;
  /** The first is the sample, made to satisfy the states. */
  readonly plays: readonly [Play, ...Play[]];
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
export function playlistOf(
  interaction: AskedInteraction,
  options: PlayOptions,
): Playlist | { readonly refused: string } {
  if (interaction.unverifiable !== undefined) return { refused: interaction.unverifiable };
  const kind = kindOf(interaction);
  if ('unknown' in kind) return { refused: kind.unknown };
  const domain = options.domain ?? worldOf(interaction);
  const { pins, unknown } = pinsOf(interaction.states);
  const played: Played = { ...kind, otherItemTypes: [], reads: readsOf(interaction.body), domain };
  const documented = documentedPlays(played, pins, options);
  const other = options.domain === undefined ? elsewhere(played, pins) : [];
  if ('impossible' in documented) {
    return {
      refused: `no ${kind.eventType} event ${options.domain === undefined ? '' : 'of the domain '}satisfies its state ${documented.impossible.words}. Correct the state, or leave it out`,
    };
  }
  return { domain, unknownStates: unknown, plays: [...documented, ...other, ...otherPlays(played, pins)] };
}

/** The samples of other domains: where nobody says which domain it is, no account and Region is promised. */
function elsewhere(played: Played, pins: readonly Pin[]): readonly Play[] {
  return movedWorlds(played.domain).flatMap((domain) => {
    const pinners = pinnersOf(shapesOf({ ...played, domain }, defaultDialect), pins);
    if (!(pinners instanceof Map)) return [];
    const steps = [...pinners.keys()].map((shape) => firstStep(samplePlan(shape), 'sample'));
    return distinct(steps, pinners);
  });
}

type Plays = readonly [Play, ...Play[]];

function documentedPlays(
  played: Played,
  pins: readonly Pin[],
  { runs, seed }: PlayOptions,
): Plays | { readonly impossible: Pin } {
  const shapes = shapesOf(played, defaultDialect);
  const pinners = pinnersOf(shapes, pins);
  if (pinners instanceof Map) {
    const able = [...pinners.keys()];
    const steps = fewOfTheLargest([
      ...withShortest(scheduleOf(played, able).steps),
      ...smaller(drawnSteps(able, runs, seed)),
    ]);
    const plays = distinct(steps, pinners);
    return plays as unknown as Plays;
  }
  return pinners;
}

/** The pinners of the shapes whose events can satisfy the states; where there is none, a state that is in the way. */
function pinnersOf(shapes: readonly Shape[], pins: readonly Pin[]): Map<Shape, Pinner> | { readonly impossible: Pin } {
  const pinners = new Map<Shape, Pinner>();
  let impossible: Pin | undefined;
  for (const shape of shapes) {
    const pinner = pinnerOf(shape, pins);
    if (typeof pinner === 'function') pinners.set(shape, pinner);
    else impossible ??= pinner.impossible;
  }
  return pinners.size === 0 && impossible !== undefined ? { impossible } : pinners;
}

/**
 * Of the largest events of each shape the first is enough, and the one of most fields: what a matcher sees of them is how
 * long a text is, and how many fields there are.
 */
function fewOfTheLargest(steps: readonly Step[]): readonly Step[] {
  const seen = new Set<Shape>();
  return steps.filter(({ plan: { fill, shape } }) => {
    if (fill === undefined || (fill.fields !== 'none' && fill.fields > 0)) return true;
    if (seen.has(shape)) return false;
    seen.add(shape);
    return true;
  });
}

/** What is played at its longest is played at its shortest, too: a matcher may demand a length. */
function withShortest(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => {
    const [slot] = differingSlots(step.plan);
    const size = slot === undefined ? undefined : variationAt(step.plan, slot)?.size;
    if (slot === undefined || size === undefined || step.plan.fill !== undefined) return [step];
    const plan = copyPlan(step.plan);
    plan.parameters[slot] = size.least;
    return [step, { ...step, plan }];
  });
}

/** Random events of the largest size would take more time than all others together. */
function smaller(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ plan }) => plan.fill === undefined);
}

function distinct(steps: readonly Step[], pinners: ReadonlyMap<Shape, Pinner>, reading?: Ambiguity): Play[] {
  const seen = new Set<string>();
  return steps.flatMap((step): Play[] => {
    const pin = pinners.get(step.plan.shape) as Pinner;
    const plan = pin(step.plan);
    if (plan === undefined) return [];
    const identity = `${plan.shape.itemType} ${identityOf(plan)}`;
    if (seen.has(identity)) return [];
    seen.add(identity);
    return [{ step: { ...step, plan }, pin, ...(reading === undefined ? {} : { reading }) }];
  });
}

/**
 * The events of the other readings. One in which no event satisfies a state has nothing to play: the state is how an honest
 * pact says that it is about events with that part only, and demands it of no other.
 */
function otherPlays(played: Played, pins: readonly Pin[]): readonly Play[] {
  return ambiguitiesOf(played).flatMap((reading) => {
    // What is larger is no longer: no matcher sees more of it than of the documented ceiling.
    if (reading.question === 'entrySize') return [];
    const pinners = pinnersOf([...new Set(reading.steps.map(({ plan }) => plan.shape))], pins);
    if (!(pinners instanceof Map)) return [];
    return distinct(
      reading.steps.filter(({ plan }) => pinners.has(plan.shape)),
      pinners,
      reading,
    );
  });
}

/** The event of a play: a new object every time. */
export function eventOf({ step }: Play): CasesEvent {
  return build(step.plan);
}
