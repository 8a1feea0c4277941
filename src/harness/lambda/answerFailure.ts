import { limits } from '../../../model/facts/limits.ts';
import { nodeModule } from '../../../model/platform/nodeModule.ts';
import { quietly } from '../recording/readNotes.ts';

const { Buffer } = nodeModule('node:buffer');

/** Why Lambda does not take an answer: it is no JSON, or has too many bytes of it. */
export interface AnswerFailure {
  readonly kind: 'answer' | 'tooLarge';
  readonly error?: unknown;
  /** The size of an answer that is too large. */
  readonly bytes?: number;
}

/** Lambda writes the answer as JSON, and fails the invocation where that is impossible, or too large. */
export function answerFailure(result: unknown): AnswerFailure | undefined {
  if (result === undefined) return undefined;
  let json: string | undefined;
  try {
    json = quietly(() => JSON.stringify(result)) as string | undefined;
  } catch (error) {
    return { kind: 'answer', error };
  }
  // No character takes more than three bytes of UTF-8 for one unit: short answers are not counted.
  if (json === undefined || 3 * json.length <= limits.lambdaAnswer) return undefined;
  const bytes = Buffer.byteLength(json);
  return bytes > limits.lambdaAnswer ? { kind: 'tooLarge', bytes } : undefined;
}

/** A function within the handler gave an answer that Lambda does not take. */
export class UnfitAnswer extends Error {
  readonly failure: AnswerFailure;

  constructor(failure: AnswerFailure) {
    const { kind, bytes } = failure;
    super(kind === 'tooLarge' ? `the answer has ${bytes} bytes of JSON` : 'the answer is not JSON', {
      cause: failure.error,
    });
    this.failure = failure;
    unfit.add(this);
  }
}

const unfit = new WeakSet<object>();

/** Whether an error is an {@link UnfitAnswer}; `instanceof` would run the traps of a thrown Proxy. */
export function isUnfitAnswer(error: unknown): error is UnfitAnswer {
  return typeof error === 'object' && error !== null && unfit.has(error);
}
