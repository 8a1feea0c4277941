/** What came out of the calls of a handler: only whether it differs from event to event. */
export class Outcomes {
  #first: { readonly outcome: string | undefined } | undefined;
  #differ = false;

  /** Whether two outcomes differ. */
  get differ(): boolean {
    return this.#differ;
  }

  /** What came out first. */
  get first(): string | undefined {
    return this.#first?.outcome;
  }

  note(outcome: string | undefined): void {
    this.#first ??= { outcome };
    this.#differ ||= this.#first.outcome !== outcome;
  }
}
