import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { ambiguityLine } from '../harness/verdict/ambiguities.ts';
import { eventOf, type Play, type Playlist, type PlayOptions, playlistOf } from './events/playlist.ts';
import { demandLine, type Failure, failureOf } from './findings/failure.ts';
import { remedyForEveryField } from './findings/remedyOf.ts';
import { shrinkTargets } from './findings/shrinkTargets.ts';
import { type Found, targetsOf } from './findings/targets.ts';
import { type PactVerdict, titleOf, type Verdict } from './findings/verdict.ts';
import type { AskedInteraction, Pact } from './interaction/pact.ts';
import { type Recorded, recordedFor, recordedLine } from './recordedEvents.ts';
import type { Judge, Judgement, Question } from './verifier/judge.ts';
import { VerifierNotStarted } from './verifier/verifierProcess.ts';

/** How pacts are judged. */
export interface JudgeOptions extends PlayOptions {
  /** Captured events, played as well. */
  readonly recorded: readonly Recorded[];
  /** Is told how many interactions are judged by now. */
  readonly told?: (judged: number) => void;
}

/** An interaction on its way to a verdict. */
interface Case {
  readonly pact: Pact;
  readonly interaction: AskedInteraction;
  readonly title: string;
  readonly playlist: Playlist | { readonly refused: string };
  readonly recorded: readonly Recorded[];
}

/** What became of some pacts, and the states in them that are none of ours. */
export interface Judged {
  readonly verdicts: readonly PactVerdict[];
  readonly unknownStates: readonly string[];
  /** Captured events that an interaction was held against. */
  readonly recorded: ReadonlySet<Recorded>;
}

/** So many interactions are judged together: each has a world of its own, which is let go afterwards. */
const TOGETHER = 24;

/** Judges all interactions of some pacts. */
export async function judgePacts(judge: Judge, pacts: readonly Pact[], options: JudgeOptions): Promise<Judged> {
  const groups = groupsOf(pacts);
  const judged: Judged[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < groups.length; index = next++) {
      const group = groups[index] as readonly Pact[];
      judged[index] = await judgeApart(judge, group, options);
      done += group.reduce((sum, { interactions }) => sum + interactions.length, 0);
      options.told?.(done);
    }
  };
  // Two at once: while one waits for the verifier, the events of the other are made.
  await Promise.all([work(), work()]);
  return together(judged);
}

function groupsOf(pacts: readonly Pact[]): readonly (readonly Pact[])[] {
  const groups: Pact[][] = [];
  let count = Number.POSITIVE_INFINITY;
  for (const pact of pacts) {
    count += pact.interactions.length;
    if (count <= TOGETHER) groups.at(-1)?.push(pact);
    else {
      groups.push([pact]);
      count = pact.interactions.length;
    }
  }
  return groups;
}

/** Whatever one pact brings about that nobody foresaw, the others beside it get their verdicts. */
async function judgeApart(judge: Judge, pacts: readonly Pact[], options: JudgeOptions): Promise<Judged> {
  try {
    return await judgeGroup(judge, pacts, options);
  } catch (error) {
    if (isOfMachine(error)) throw error;
    const [pact, ...others] = pacts as readonly [Pact, ...Pact[]];
    if (others.length === 0) return refusedWhole(pact, error as Error);
    const judged: Judged[] = [];
    for (const one of pacts) judged.push(await judgeApart(judge, [one], options));
    return together(judged);
  }
}

/** What the machine does not give, it gives to no pact. */
function isOfMachine(error: unknown): boolean {
  const code = String((error as NodeJS.ErrnoException).code);
  return error instanceof VerifierNotStarted || /^(E[A-Z0-9]+|ERR_ACCESS_DENIED)$/.test(code);
}

function together(judged: readonly Judged[]): Judged {
  return {
    verdicts: judged.flatMap(({ verdicts }) => verdicts),
    unknownStates: [...new Set(judged.flatMap(({ unknownStates }) => unknownStates))],
    recorded: new Set(judged.flatMap(({ recorded }) => [...recorded])),
  };
}

function refusedWhole(pact: Pact, { message }: Error): Judged {
  const refused = `its pact cannot be judged: ${message}`;
  const nothing = { events: 0, failures: [], more: [], recorded: [], warnings: [], unread: true, answerFails: true };
  const verdicts = pact.interactions.map(
    (interaction): Verdict => ({
      ...nothing,
      interaction,
      title: titleOf(pact, interaction),
      refused,
      answer: JSON.stringify(refused),
    }),
  );
  return { verdicts: [{ pact, verdicts }], unknownStates: [], recorded: new Set() };
}

/** One pass over all events, then all failures are shrunk together. */
async function judgeGroup(judge: Judge, pacts: readonly Pact[], options: JudgeOptions): Promise<Judged> {
  const cases = pacts.flatMap((pact) => pact.interactions.map((interaction) => caseOf(pact, interaction, options)));
  const judgements = await judge.judge(cases.map(questionOf));
  const found = cases.map((one, index) => foundIn(one, judgements[index] as Judgement));
  const failures = await failuresOf(judge, cases, found);
  const verdicts = cases.map((one, index) =>
    verdictOf(one, found[index] as Found, failures[index] as Failure[], judgements[index] as Judgement, judge.unjudged),
  );
  return {
    verdicts: pacts.map((pact) => ({ pact, verdicts: verdicts.filter((_, index) => cases[index]?.pact === pact) })),
    unknownStates: cases.flatMap(({ playlist }) => ('refused' in playlist ? [] : playlist.unknownStates)),
    recorded: new Set(cases.flatMap(({ recorded }) => recorded)),
  };
}

function caseOf(pact: Pact, interaction: AskedInteraction, options: JudgeOptions): Case {
  const playlist = playlistOf(interaction, options);
  return {
    pact,
    interaction,
    title: titleOf(pact, interaction),
    playlist,
    recorded: 'refused' in playlist ? [] : recordedFor(interaction, options.recorded),
  };
}

function playsOf({ playlist }: Case): readonly Play[] {
  return 'refused' in playlist ? [] : playlist.plays;
}

/** The plays come first, then the captured events. */
function questionOf(one: Case): Question {
  const plays = playsOf(one);
  return {
    title: one.title,
    interaction: one.interaction,
    specification: one.pact.specification,
    count: plays.length + one.recorded.length,
    event: (index) =>
      index < plays.length ? eventOf(plays[index] as Play) : (one.recorded[index - plays.length]?.event as CasesEvent),
  };
}

function foundIn(one: Case, judgement: Judgement): Found {
  const plays = playsOf(one);
  return targetsOf(plays, new Map([...judgement].filter(([index]) => index < plays.length)));
}

async function failuresOf(judge: Judge, cases: readonly Case[], found: readonly Found[]): Promise<Failure[][]> {
  const all = cases.flatMap((one, index) => (found[index] as Found).targets.map((target) => ({ one, index, target })));
  const shrunk = await shrinkTargets(
    judge,
    all.map(({ one, target }) => ({ ...one, specification: one.pact.specification, target })),
  );
  return cases.map((one, index) => {
    const targets = shrunk.filter((_, number) => all[number]?.index === index);
    return toldOnce(targets.map((target) => failureOf(one.title, target, (one.playlist as Playlist).domain)));
  });
}

/** A demand on every field is one, however many fields do not meet it. */
function toldOnce(failures: readonly Failure[]): Failure[] {
  const first = failures.findIndex(({ todo }) => todo === remedyForEveryField);
  return failures.filter(({ todo }, place) => todo !== remedyForEveryField || place === first);
}

function verdictOf(
  one: Case,
  { doubts, more }: Found,
  failures: readonly Failure[],
  judgement: Judgement,
  unjudged: Judge['unjudged'],
): Verdict {
  const { playlist, title, interaction, recorded } = one;
  const without = unjudged.get(interaction);
  const refused = without?.why ?? refusalOf(playlist);
  const plays = playsOf(one);
  const lines = recorded.flatMap((event, index) => {
    const lacks = judgement.get(plays.length + index);
    return lacks === undefined ? [] : [recordedLine(title, event, lacks)];
  });
  const holding = plays.find((_, index) => !judgement.has(index));
  // What is pending fails nothing: the verifier is shown an event that holds, where there is one.
  const failing = interaction.pending && holding !== undefined ? undefined : failures[0]?.event;
  const shown = holding ?? plays[0];
  const answer = failing ?? (shown === undefined ? null : eventOf(shown));
  return {
    interaction,
    title,
    events: interaction.body === undefined ? 0 : plays.length + recorded.length,
    failures: without === undefined ? failures : [],
    more: without === undefined ? more : [],
    recorded: lines,
    warnings: [...emptyLine(one), ...doubts.flatMap((doubt) => doubtLine(title, doubt))],
    ...(refused === undefined ? {} : { refused }),
    unread: without?.unread === true,
    answer: JSON.stringify(refused ?? answer),
    answerFails: refused !== undefined || failing !== undefined,
  };
}

function refusalOf(playlist: Case['playlist']): string | undefined {
  return 'refused' in playlist ? playlist.refused : undefined;
}

/** What demands nothing holds, and proves nothing. */
function emptyLine({ title, interaction: { body }, playlist }: Case): string[] {
  if (body !== undefined || 'refused' in playlist) return [];
  return [
    `${title}: it has no content, so it demands nothing, and no event was held against it. Look whether the test of the consumer writes what it reads.`,
  ];
}

/** Only other readings are doubted. */
function doubtLine(title: string, { play, demand }: Found['doubts'][number]): string[] {
  return play.reading === undefined
    ? []
    : [ambiguityLine(title, play.reading, `it does not hold (${demandLine(demand)})`)];
}
