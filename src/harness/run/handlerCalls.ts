import type { Contract } from '../../../contracts/contract.ts';
import { now } from '../../../model/platform/realProcess.ts';
import type { HandlerFailure } from '../checks/checks.ts';
import type { DownstreamWatch } from '../downstream/downstreamWatch.ts';
import { type LoggedCall, toPlainCall } from '../downstream/loggedCall.ts';
import { prepareDownstream } from '../downstream/prepareDownstream.ts';
import { showLoggedCall } from '../downstream/showCall.ts';
import { judgeOutcome } from '../expectation/judgeOutcome.ts';
import { callHook } from '../lambda/callHook.ts';
import { type Call, runHandler } from '../lambda/runHandler.ts';
import type { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import { runQuietly } from '../recording/readNotes.ts';
import type { ResolvedOptions } from './runOptions.ts';

/** The options about one call of a handler. */
type HandlerOptions = Pick<ResolvedOptions, 'reset' | 'timeout'> &
  Partial<Pick<ResolvedOptions, 'downstream' | 'expect' | 'observe'>>;

/** All calls of handlers in one run, each after `reset`. */
export class HandlerCalls {
  readonly #contract: Pick<Contract, 'domain' | 'title'>;
  readonly #options: HandlerOptions;
  readonly #errorTracker: UnhandledErrorTracker;
  /** The longest passing call so far, in milliseconds. */
  #longest = 1;
  #count = 0;
  #downstream: DownstreamWatch | undefined;

  constructor(
    contract: Pick<Contract, 'domain' | 'title'>,
    options: HandlerOptions,
    errorTracker: UnhandledErrorTracker,
  ) {
    this.#contract = contract;
    this.#options = options;
    this.#errorTracker = errorTracker;
  }

  /** A time limit for shrinking, in milliseconds: a call that takes 20 times the longest counts as hung. */
  get shortTimeout(): number {
    return Math.min(this.#options.timeout, Math.max(50, 20 * this.#longest));
  }

  /** Lets `downstream` watch what the handler calls. */
  async prepare(): Promise<void> {
    const { downstream, timeout } = this.#options;
    this.#downstream = await prepareDownstream(downstream, this.#contract.title, timeout, this.#errorTracker);
  }

  /** Ends the run. */
  end(): void {
    this.#downstream?.end();
  }

  /**
   * Calls a handler once. A failure carries the number of its call, and what the handler called.
   * @param isJudged whether `expect` judges what it did
   */
  async play(
    call: Omit<Call, 'domain' | 'remaining' | 'errorTracker'>,
    isJudged: boolean = false,
  ): Promise<HandlerFailure | undefined> {
    await this.reset();
    const began = now();
    const number = ++this.#count;
    let answer: unknown;
    let printed: readonly string[] = [];
    const answered: Call['answered'] = (result, ignored, traces) => {
      answer = result;
      printed = traces.printed;
      call.answered?.(result, ignored, traces);
    };
    let json: string | undefined;
    const observed =
      call.observed &&
      ((text: string | undefined) => {
        json = text;
      });
    const { failure: own, made } = await this.#run(number, { ...call, answered, observed });
    if (own === undefined) call.observed?.(joinOutcome(json, made));
    if (own === undefined) this.#longest = Math.max(this.#longest, now() - began);
    const failure = own ?? (isJudged ? await this.#judge(number, answer, made, call.rebuild) : undefined);
    const output = printed.length === 0 ? {} : { printed };
    return (
      failure && { ...output, ...failure, call: number, ...(made.length > 0 && { made: made.map(showLoggedCall) }) }
    );
  }

  async #run(
    number: number,
    call: Omit<Call, 'domain' | 'remaining' | 'errorTracker'>,
  ): Promise<{ readonly failure: HandlerFailure | undefined; readonly made: readonly LoggedCall[] }> {
    const play = (): Promise<HandlerFailure | undefined> =>
      runHandler({
        ...call,
        domain: this.#contract.domain,
        remaining: this.#options.timeout,
        errorTracker: this.#errorTracker,
      });
    if (this.#downstream === undefined) return { failure: await play(), made: [] };
    this.#downstream.begin();
    return this.#downstream.runCall(number, [], async (made) => ({ failure: await play(), made }));
  }

  async #judge(
    number: number,
    answer: unknown,
    made: readonly LoggedCall[],
    rebuild: () => object,
  ): Promise<HandlerFailure | undefined> {
    const { expect, observe, timeout } = this.#options;
    if (expect === undefined) return undefined;
    const common = { timeout, errorTracker: this.#errorTracker, title: this.#contract.title };
    const when = `after call ${number} of the handler`;
    const observed =
      observe === undefined ? undefined : await callHook({ name: 'observe', call: observe, ...common, when });
    // Our own reads of an answer with parts of the event do not count.
    const json: unknown = runQuietly(() => JSON.parse(JSON.stringify(answer) ?? 'null'));
    const outcome = { answer: json, calls: made.map(toPlainCall), observed };
    return judgeOutcome(outcome, { expect, rebuild, ...common, when });
  }

  reset(): Promise<unknown> {
    const { reset: call, timeout } = this.#options;
    return callHook({
      name: 'reset',
      call,
      timeout,
      errorTracker: this.#errorTracker,
      title: this.#contract.title,
      when: `before call ${this.#count + 1} of the handler`,
    });
  }
}

/** What comes out of a call, as one text: the answer, and what the handler called. */
function joinOutcome(json: string | undefined, made: readonly LoggedCall[]): string | undefined {
  return made.length === 0 ? json : runQuietly(() => JSON.stringify([json, ...made.map(toPlainCall)]));
}
