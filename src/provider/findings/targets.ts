import { differingSlots } from '../../../arbitraries/plan/plan.ts';
import { differencesBetween } from '../../harness/failure/differences.ts';
import { documentedSample } from '../events/documentedSample.ts';
import { eventOf, type Play } from '../events/playlist.ts';
import type { Judgement } from '../verifier/judge.ts';
import { type Demand, demandsOf, isSame } from './demands.ts';
import { questionKinds } from './questionKinds.ts';

/** A demand that an event does not meet: the event is still to be shrunk. */
export interface Target {
  readonly play: Play;
  readonly demand: Demand;
}

/** What became of the events of an interaction. */
export interface Found {
  /** One for each thing demanded that AWS does not promise. */
  readonly targets: readonly Target[];
  /** The places of further demands, where there are more than are worth a page each. */
  readonly more: readonly string[];
  /** Presences that another reading does not promise: they warn. */
  readonly doubts: readonly Target[];
}

/** Sorts what Pact's verifier said of the plays of an interaction: each demand once, with the nearest event to the sample. */
export function targetsOf(plays: readonly Play[], judgement: Judgement): Found {
  // The verifier tells them in no order.
  const judged = [...judgement].sort(([one], [other]) => one - other);
  const failing = judged.map(([index, lacks]) => ({ play: plays[index] as Play, demands: demandsOf(lacks) }));
  const documented = nearestFirst(failing.filter(({ play }) => play.reading === undefined));
  const targets: Target[] = [];
  const doubts: Target[] = [];
  for (const { play, demands } of [...documented, ...failing.filter(({ play }) => play.reading !== undefined)]) {
    const demand = demands.find((one) => !targets.some((target) => isSame(target.demand, one)));
    if (demand === undefined) continue;
    const { reading } = play;
    if (reading === undefined) targets.push({ play, demand });
    else if (questionKinds[reading.question] === 'fails') addOnce(targets, { play, demand });
    else addOnce(doubts, { play, demand });
  }
  return { targets: targets.slice(0, MOST), more: targets.slice(MOST).map(({ demand }) => demand.path), doubts };
}

/** So many demands are shrunk and told one by one. */
const MOST = 5;

/** Several readings of one question are one thing to tell. */
function addOnce(targets: Target[], target: Target): void {
  if (!targets.some(({ play }) => play.reading?.question === target.play.reading?.question)) targets.push(target);
}

function nearestFirst<Failing extends { readonly play: Play }>(failing: readonly Failing[]): Failing[] {
  const distances = new Map(failing.map((one) => [one, distanceOf(one.play)]));
  return failing.toSorted((a, b) => (distances.get(a) as number) - (distances.get(b) as number));
}

/** How far an event is from the sample: by its differences, then by their length. */
function distanceOf(play: Play): number {
  const { plan } = play.step;
  const slots = differingSlots(plan).length + (plan.fill === undefined ? 0 : 10);
  if (slots > 3) return slots * FAR;
  return slots * FAR + JSON.stringify(differencesBetween(documentedSample(plan.shape), eventOf(play))).length;
}

const FAR = 10_000_000;
