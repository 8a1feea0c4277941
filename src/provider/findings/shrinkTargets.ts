import { shrinks } from '../../../arbitraries/generation/shrink.ts';
import { identityOf } from '../events/pinnedPlan.ts';
import { eventOf, type Play } from '../events/playlist.ts';
import type { AskedInteraction, Pact } from '../interaction/pact.ts';
import type { Judge, Judgement, Question } from '../verifier/judge.ts';
import { demandsOf, isSame } from './demands.ts';
import type { Target } from './targets.ts';

/** A target, and where it comes from. */
export interface Shrinkable {
  /** The interaction for people. */
  readonly title: string;
  readonly interaction: AskedInteraction;
  readonly specification: Pact['specification'];
  readonly target: Target;
}

const ROUNDS = 20;
const CANDIDATES = 60;

/**
 * Shrinks all targets at once: in each round Pact's verifier is asked for the nearer events of all of them, and the
 * first of each that still lacks what is demanded is taken. The states hold in all of them.
 */
export async function shrinkTargets(judge: Judge, all: readonly Shrinkable[]): Promise<Target[]> {
  const targets = all.map(({ target }) => target);
  let open = all.map((shrinkable, index) => ({ ...shrinkable, index, plays: nearer((targets[index] as Target).play) }));
  for (let round = 0; round < ROUNDS; round++) {
    open = open.filter(({ plays }) => plays.length > 0);
    if (open.length === 0) break;
    const judgements = await judge.judge(open.map(questionOf));
    open = open.flatMap((one, number) => {
      const play = firstFailing(one.plays, targets[one.index] as Target, judgements[number] as Judgement);
      if (play === undefined) return [];
      targets[one.index] = { ...(targets[one.index] as Target), play };
      return [{ ...one, plays: nearer(play) }];
    });
  }
  return targets;
}

function questionOf({
  title,
  interaction,
  specification,
  plays,
}: { plays: readonly Play[] } & Omit<Shrinkable, 'target'>): Question {
  return { title, interaction, specification, count: plays.length, event: (index) => eventOf(plays[index] as Play) };
}

function firstFailing(plays: readonly Play[], { demand }: Target, judgement: Judgement): Play | undefined {
  return plays.find((_, index) => demandsOf(judgement.get(index) ?? []).some((one) => isSame(one, demand)));
}

/** Events nearer to the sample that satisfy the states, too. */
function nearer(play: Play): readonly Play[] {
  const seen = new Set([identityOf(play.step.plan)]);
  const plays: Play[] = [];
  for (const step of shrinks(play.step)) {
    const plan = play.pin(step.plan);
    if (plan === undefined || seen.has(identityOf(plan))) continue;
    seen.add(identityOf(plan));
    plays.push({ ...play, step: { ...step, plan } });
    if (plays.length === CANDIDATES) break;
  }
  return plays;
}
