import type { CallFailure } from './check.ts';

/** Thrown if the function behind a `via…` handler gives an answer that Lambda rejects. */
export class UnfitAnswer extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure) {
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
