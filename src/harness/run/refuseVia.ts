import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { isVia } from '../transports/connection.ts';
import { viaFirehose } from '../transports/firehose.ts';
import { viaKinesis } from '../transports/kinesis.ts';
import { viaLambda } from '../transports/lambda.ts';
import { viaSns } from '../transports/sns.ts';
import { viaSnsToSqs } from '../transports/snsToSqs.ts';
import { viaSqs } from '../transports/sqs.ts';

const makers: readonly unknown[] = [viaFirehose, viaKinesis, viaLambda, viaSns, viaSnsToSqs, viaSqs];

/**
 * Refuses a `via…` function in place of what it returns.
 * @throws InvalidArgumentError with the call to write
 */
export function refuseVia(handler: unknown): void {
  if (typeof handler !== 'function' || !(makers.includes(handler) || isVia(handler))) return;
  throw new InvalidArgumentError({
    argument: 'handler',
    received: handler,
    allowed: `what ${handler.name} returns`,
    because: `${handler.name} makes a handler of your function, and handles no event itself`,
    todo: `Write ${handler.name}(handler)`,
  });
}
