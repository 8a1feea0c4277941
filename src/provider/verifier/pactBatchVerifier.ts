import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import type { AskedInteraction, Pact } from '../interaction/pact.ts';
import { findSlowPattern } from './findSlowPattern.ts';
import { type Batch, makeBatchPact, splitElementPath } from './makeBatchPact.ts';
import { serveMessages } from './messageServer.ts';
import { explainBrokenPattern, explainSlowPattern } from './patternRefusals.ts';
import { listPatterns } from './patterns.ts';
import type { VerifierPool } from './verifierPool.ts';
import { type Verified, type VerifierError, VerifierNotStarted, type VerifierProcess } from './verifierProcess.ts';

/** Some events, and the interaction to check against them. */
export interface Inquiry {
  /** The interaction's name for people. */
  readonly title: string;
  readonly interaction: AskedInteraction;
  readonly specification: Pact['specification'];
  readonly count: number;
  /** The event at an index; made on demand, and not kept. */
  event(index: number): CasesEvent;
}

/** One place where an event fails an interaction's expectation. */
export interface EventMismatch {
  /** From the event's root, as `$.detail.case`. */
  readonly path: string;
  /** In the words of Pact's verifier. */
  readonly words: string;
}

/** The verifier's mismatches by event; passing events have none. */
export type MismatchesByEvent = ReadonlyMap<number, readonly EventMismatch[]>;

/** Why an interaction has no result. */
export interface Unverifiable {
  /** In words that follow "it cannot be verified:". */
  readonly why: string;
  /** Whether Pact's verifier cannot read it, nor the whole pact that contains it. */
  readonly unread: boolean;
}

/** Checks many events with Pact's verifier. */
export class PactBatchVerifier {
  readonly #verifiers: VerifierPool;
  readonly #directory = mkdtempSync(path.resolve(tmpdir(), 'connect-cases-'));
  readonly #onProgress: (events: number) => void;
  #files = 0;
  /** Interactions that Pact's verifier cannot judge; the others still get results. */
  readonly unverifiable: Map<AskedInteraction, Unverifiable> = new Map();

  /** @param onProgress called repeatedly with the number of events just checked */
  constructor(verifiers: VerifierPool, onProgress: (events: number) => void = () => {}) {
    this.#verifiers = verifiers;
    this.#onProgress = onProgress;
  }

  /** The mismatches for some questions, in their order; empty if the interaction cannot be judged. */
  async verify(questions: readonly Inquiry[]): Promise<MismatchesByEvent[]> {
    const mismatches = questions.map(() => new Map<number, EventMismatch[]>());
    await Promise.all(splitRuns(questions).map((run) => this.#verifyRun(run, mismatches)));
    for (const [number, { interaction }] of questions.entries()) {
      if (this.unverifiable.has(interaction)) mismatches[number]?.clear();
    }
    return mismatches;
  }

  /** Ends the verifiers and removes temporary data. */
  end(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** If one of several pieces is unreadable, all are: running each alone finds the one. */
  async #verifyRun(run: readonly Piece[], mismatches: Mismatches): Promise<void> {
    const together = await this.#ask(run, mismatches);
    if (together === undefined) return;
    for (const piece of run) {
      const { interaction } = piece.question;
      if (this.unverifiable.has(interaction)) continue;
      const reason = run.length === 1 ? together : await this.#ask([piece], mismatches);
      if (reason !== undefined) this.unverifiable.set(interaction, await this.#explain(piece, reason));
    }
  }

  async #explain(piece: Piece, reason: NoResult): Promise<Unverifiable> {
    if (reason.kind === 'unread') {
      const todo = 'Write the pact again with a library that follows the specification';
      return { why: `Pact's verifier cannot read what it expects: ${reason.why}. ${todo}`, unread: true };
    }
    const { question } = piece;
    const slow = await findSlowPattern(question.interaction.rules, async (rules) => {
      const interaction = { ...question.interaction, rules };
      return (await this.#ask([{ ...piece, question: { ...question, interaction } }]))?.kind === 'slow';
    });
    return { why: explainSlowPattern(slow), unread: false };
  }

  /** Judges some pieces together and records mismatches, or returns the reason why that is impossible. */
  #ask(pieces: readonly Piece[], mismatches?: Mismatches): Promise<NoResult | undefined> {
    return this.#verifiers.use((verifier) => this.#run(verifier, pieces, mismatches));
  }

  async #run(
    verifier: VerifierProcess,
    pieces: readonly Piece[],
    mismatches: Mismatches | undefined,
  ): Promise<NoResult | undefined> {
    const file = path.join(this.#directory, `${this.#files++}.json`);
    writeFileSync(file, makeBatchPact(pieces.map(toBatch)));
    const server = await serveMessages(({ description }) => {
      const { question, from, count } = pieces[Number(description)] as Piece;
      const events = Array.from({ length: count }, (_, index) => JSON.stringify(question.event(from + index)));
      const { contentType } = question.interaction;
      return { body: `[${events.join()}]`, contentType, metadata: { contentType } };
    });
    try {
      const options = { provider: 'provider', pactUrls: [file], providerBaseUrl: server.url, timeout: 120_000 };
      const verified = await verifier.verify(options, MOST_MILLISECONDS).catch((error: Error) => error);
      if (verified instanceof VerifierNotStarted) throw verified;
      const [failure = verified] = server.errors;
      const reason =
        failure instanceof Error ? toNoResult(failure.message) : findNoResult(verified as Verified, pieces);
      if (reason === undefined && mismatches !== undefined) this.#note(verified as Verified, pieces, mismatches);
      this.#onProgress(pieces.reduce((sum, { count }) => sum + count, 0));
      return reason;
    } finally {
      rmSync(file);
      await server.close();
    }
  }

  #note({ errors }: Verified, pieces: readonly Piece[], mismatches: Mismatches): void {
    for (const { interaction, mismatch } of errors) {
      const piece = findPiece(pieces, interaction) as Piece;
      const found = listMismatches(mismatch);
      const broken = found.map(({ path: place, words }) => findBrokenPattern(piece, place, words)).find(Boolean);
      if (broken !== undefined) this.unverifiable.set(piece.question.interaction, { why: broken, unread: false });
      else note(found, piece, mismatches[piece.number] as Map<number, EventMismatch[]>);
    }
  }
}

/** Why some pieces have no result: a regular expression is too slow, or the verifier cannot read them. */
type NoResult = { readonly kind: 'slow' } | { readonly kind: 'unread'; readonly why: string };

const MOST_MILLISECONDS = 600_000;

/** The message of Oniguruma, the verifier's library, for a regular expression that backtracks without end. */
const GAVE_UP = /\b(?:retry-limit-in-(?:match|search)|match-stack limit) over\b/;

/** Its message for an invalid regular expression. */
const BROKEN = /^'(.*)' is not a valid regular expression - (?:Oniguruma error: )?(.*)$/s;

type Mismatches = readonly Map<number, EventMismatch[]>[];

/** Consecutive events of a question that fit into one message. */
interface Piece {
  readonly question: Inquiry;
  /** The index of the question. */
  readonly number: number;
  readonly from: number;
  readonly count: number;
}

/** The maximum bytes of examples, repeated for each event, in one message and in one run. */
const BYTES = { message: 1_000_000, run: 4_000_000 };
const MESSAGES = 24;

function splitRuns(questions: readonly Inquiry[]): Piece[][] {
  const runs: { pieces: Piece[]; bytes: number }[] = [];
  for (const [number, question] of questions.entries()) {
    // Without a body there is no expectation.
    if (question.interaction.body === undefined) continue;
    const bytes = JSON.stringify(question.interaction.body ?? null).length + 1;
    const most = Math.max(1, Math.floor(BYTES.message / bytes));
    for (let from = 0; from < question.count; from += most) {
      const piece = { question, number, from, count: Math.min(most, question.count - from) };
      const last = runs.at(-1);
      const fits =
        last !== undefined &&
        last.pieces.length < MESSAGES &&
        last.bytes + bytes * piece.count <= BYTES.run &&
        last.pieces[0]?.question.specification === question.specification;
      if (!fits) runs.push({ pieces: [piece], bytes: bytes * piece.count });
      else {
        last.pieces.push(piece);
        last.bytes += bytes * piece.count;
      }
    }
  }
  return runs.map(({ pieces }) => pieces);
}

function toBatch({ question, count }: Piece, index: number): Batch {
  return { name: String(index), interaction: question.interaction, specification: question.specification, count };
}

type PlacedMismatch = EventMismatch & { readonly index: number | undefined };

function listMismatches(mismatch: VerifierError['mismatch']): readonly PlacedMismatch[] {
  const found = (mismatch.mismatches ?? []).map(({ path: place = '$', mismatch: words = '' }) => ({
    ...splitElementPath(place),
    words,
  }));
  return found.length > 0 ? found : [{ index: undefined, path: '$', words: mismatch.message ?? mismatch.type }];
}

function note(
  found: readonly PlacedMismatch[],
  { from, count }: Piece,
  mismatches: Map<number, EventMismatch[]>,
): void {
  for (const { index, ...mismatch } of found) {
    const all = Array.from({ length: count }, (_, number) => number);
    for (const number of index === undefined ? all : [index]) {
      const known = mismatches.get(from + number);
      if (known === undefined) mismatches.set(from + number, [mismatch]);
      else known.push(mismatch);
    }
  }
}

/** The error for an invalid regular expression, which the verifier reports as a mismatch. */
function findBrokenPattern({ question }: Piece, place: string, words: string): string | undefined {
  const [, pattern, why = ''] = BROKEN.exec(words) ?? [];
  if (pattern === undefined) return undefined;
  const own = listPatterns(question.interaction.rules).find((one) => one.pattern === pattern);
  return explainBrokenPattern(own ?? { path: place, pattern }, why);
}

/** The piece whose message the verifier names. */
function findPiece(pieces: readonly Piece[], interaction: string): Piece | undefined {
  return pieces[Number(/ - (\d+)$/.exec(interaction)?.[1])];
}

/** Why the verifier has no result for a pact: it then names none of its interactions. */
function findNoResult({ errors, passed, report }: Verified, pieces: readonly Piece[]): NoResult | undefined {
  if (!passed && errors.length === 0) return toNoResult(report, 'it reports a mismatch, but not which');
  const unread = errors.find(({ interaction }) => findPiece(pieces, interaction) === undefined);
  if (unread === undefined) return undefined;
  return toNoResult((unread.mismatch.message ?? unread.mismatch.type).replace(/^Failed to load pact '[^']*' - /, ''));
}

/** The reason in some words of the verifier. `why` describes it; by default the words themselves. */
function toNoResult(words: string, why: string = words): NoResult {
  return GAVE_UP.test(words) ? { kind: 'slow' } : { kind: 'unread', why };
}
