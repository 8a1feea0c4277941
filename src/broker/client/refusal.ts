/** A request that would lose or falsify a contract; nothing was done. */
export class Refusal extends Error {
  /** One sentence for each reason: the fault, and what to do. */
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'Refusal';
    this.reasons = reasons;
  }
}
