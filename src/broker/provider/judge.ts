import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CasesEvent } from '../../event/casesEvent.ts';
import { type Batch, batchPact, elementOf } from './batchPact.ts';
import { serveMessages } from './messageServer.ts';
import type { AskedInteraction, Pact } from './pact.ts';
import type { VerifierPool } from './verifierPool.ts';
import type { Verified, VerifierProcess } from './verifierProcess.ts';

/** Some events, and the interaction that they are held against. */
export interface Question {
  /** The interaction for people. */
  readonly title: string;
  readonly interaction: AskedInteraction;
  readonly specification: Pact['specification'];
  readonly count: number;
  /** The event of a number below the count; made when it is asked for, and not kept. */
  event(index: number): CasesEvent;
}

/** What an event lacks of what an interaction demands. */
export interface Lack {
  /** From the event's root, as `$.detail.case`. */
  readonly path: string;
  /** In the words of Pact's verifier. */
  readonly words: string;
}

/** What Pact's verifier says of the events of a question: nothing of those that hold. */
export type Judgement = ReadonlyMap<number, readonly Lack[]>;

/** Asks Pact's verifier about many events. */
export class Judge {
  readonly #verifiers: VerifierPool;
  readonly #directory = mkdtempSync(path.resolve(tmpdir(), 'connect-cases-'));
  #files = 0;
  /** Interactions that Pact's verifier cannot read, and why: the others are judged all the same. */
  readonly unread: Map<AskedInteraction, string> = new Map();

  constructor(verifiers: VerifierPool) {
    this.#verifiers = verifiers;
  }

  /** The judgements of some questions, in their order. */
  async judge(questions: readonly Question[]): Promise<Judgement[]> {
    const judgements = questions.map(() => new Map<number, Lack[]>());
    const runs = runsOf(questions);
    await Promise.all(
      runs.map(async (run) => {
        const alone = await this.#verifiers.use((verifier) => this.#run(verifier, run, judgements));
        // One of them cannot be read, and so none was: alone each shows whether it is the one.
        for (const piece of alone) await this.#verifiers.use((verifier) => this.#run(verifier, [piece], judgements));
      }),
    );
    return judgements;
  }

  /** Leaves nothing behind. */
  end(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** Judges some pieces together; returns those that are to be judged again, each alone. */
  async #run(
    verifier: VerifierProcess,
    pieces: readonly Piece[],
    judgements: Map<number, Lack[]>[],
  ): Promise<readonly Piece[]> {
    const file = path.join(this.#directory, `${this.#files++}.json`);
    writeFileSync(file, batchPact(pieces.map(batchOf)));
    const server = await serveMessages(({ description }) => {
      const { question, from, count } = pieces[Number(description)] as Piece;
      const events = Array.from({ length: count }, (_, index) => JSON.stringify(question.event(from + index)));
      const { contentType } = question.interaction;
      return { body: `[${events.join()}]`, contentType, metadata: { contentType } };
    });
    try {
      const options = { provider: 'provider', pactUrls: [file], providerBaseUrl: server.url, timeout: 120_000 };
      const verified = await verifier.verify(options, MOST_MILLISECONDS).catch((error: Error) => error);
      const [failure = verified] = server.errors;
      const why = failure instanceof Error ? failure.message : whyUnread(verified as Verified, pieces);
      if (why === undefined) note(verified as Verified, pieces, judgements);
      else if (pieces.length > 1) return pieces;
      else this.unread.set((pieces[0] as Piece).question.interaction, why);
      return [];
    } finally {
      rmSync(file);
      await server.close();
    }
  }
}

const MOST_MILLISECONDS = 600_000;

/** Consecutive events of a question that fit into one message. */
interface Piece {
  readonly question: Question;
  /** The number of the question. */
  readonly number: number;
  readonly from: number;
  readonly count: number;
}

/** So many bytes of examples, repeated for each event, make one message at the most, and so many a run. */
const BYTES = { message: 1_000_000, run: 4_000_000 };
const MESSAGES = 24;

function runsOf(questions: readonly Question[]): Piece[][] {
  const runs: { pieces: Piece[]; bytes: number }[] = [];
  for (const [number, question] of questions.entries()) {
    // Without a body nothing is demanded of it.
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

function batchOf({ question, count }: Piece, index: number): Batch {
  return { name: String(index), interaction: question.interaction, specification: question.specification, count };
}

function note({ errors }: Verified, pieces: readonly Piece[], judgements: readonly Map<number, Lack[]>[]): void {
  for (const { interaction, mismatch } of errors) {
    const piece = pieceOf(pieces, interaction) as Piece;
    const judgement = judgements[piece.number] as Map<number, Lack[]>;
    const lacks = (mismatch.mismatches ?? []).map(({ path: place = '$', mismatch: words = '' }) => ({
      ...elementOf(place),
      words,
    }));
    const whole =
      lacks.length === 0 ? [{ index: undefined, path: '$', words: mismatch.message ?? mismatch.type }] : lacks;
    for (const { index, ...lack } of whole) {
      const ofAll = Array.from({ length: piece.count }, (_, number) => number);
      for (const number of index === undefined ? ofAll : [index]) {
        const known = judgement.get(piece.from + number);
        if (known === undefined) judgement.set(piece.from + number, [lack]);
        else known.push(lack);
      }
    }
  }
}

/** The piece whose message the verifier names. */
function pieceOf(pieces: readonly Piece[], interaction: string): Piece | undefined {
  return pieces[Number(/ - (\d+)$/.exec(interaction)?.[1])];
}

/** Why the verifier could not read a pact: it then names none of its interactions. */
function whyUnread({ errors, passed }: Verified, pieces: readonly Piece[]): string | undefined {
  if (!passed && errors.length === 0) return 'it says that something does not hold, and not what';
  const unread = errors.find(({ interaction }) => pieceOf(pieces, interaction) === undefined);
  if (unread === undefined) return undefined;
  return (unread.mismatch.message ?? unread.mismatch.type).replace(/^Failed to load pact '[^']*' - /, '');
}
