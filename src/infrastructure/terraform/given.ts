import { didYouMean, InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Members } from '../../../model/values/members.ts';
import type { Resolved } from '../values/resolved.ts';

/** The values of `options.parameters`, and which of them a plan asks for. */
export class Given {
  readonly #parameters: Members;
  readonly #asked: Set<string> = new Set();

  constructor(parameters: Members) {
    this.#parameters = parameters;
  }

  /** The given value of an argument, a variable or a local by its address; undefined if none is given. */
  get(name: string): Resolved {
    this.#asked.add(name);
    return Object.hasOwn(this.#parameters, name) ? (this.#parameters[name] as Resolved) : undefined;
  }

  /**
   * Refuses given values for which nothing asked. Account and Region are for CloudFormation, and do no harm.
   * @throws InvalidArgumentError
   */
  requireUsed(): void {
    for (const name of Object.keys(this.#parameters)) {
      if (this.#asked.has(name) || name.startsWith('AWS::')) continue;
      const todo = didYouMean(name, this.#asked);
      throw new InvalidArgumentError({
        argument: 'the parameter name in options.parameters',
        received: name,
        allowed:
          'the address of an argument on the way, such as "aws_sqs_queue.refunds.redrive_policy", or a variable or local behind one, such as "local.queue_arn"',
        ...(todo === undefined ? { because: 'The plan asks for nothing of this name' } : { todo }),
      });
    }
  }
}
