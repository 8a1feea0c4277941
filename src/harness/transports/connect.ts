import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { requireWholeNumber } from '../../../model/values/requireWholeNumber.ts';
import type { Lambda } from '../lambda/invoke.ts';
import { requireFunction } from '../lambda/requireFunction.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { lookAt } from './batchLook.ts';
import { findConnection, noteConnection } from './connection.ts';
import { deliverBatch } from './deliverBatch.ts';
import { countBytes, makeMessage, type Sendable } from './message.ts';
import { type Transport, viaName } from './transport.ts';

/** The size of batches. */
export interface BatchOptions {
  /** The maximum records of one invocation, as in the event source mapping; `verifyDelivery` fills batches up to it. */
  readonly batchSize?: number;
}

/**
 * Makes a handler of events of a Lambda function behind a transport.
 * @throws InvalidArgumentError for what is no function, and wrong options
 */
export function connect(transport: Transport, lambdaHandler: Lambda, options: BatchOptions = {}): Handler {
  const name = viaName(transport);
  requireFunction(lambdaHandler, {
    argument: `the first argument of ${name}`,
    allowed: 'the function that Lambda calls',
    todo: 'Import it by its name, as the Lambda configuration names it',
    giving: (code) => `${name}(${code})`,
  });
  const inner = findConnection(lambdaHandler);
  if (inner !== undefined) {
    throw new InvalidArgumentError({
      argument: `the first argument of ${name}`,
      received: lambdaHandler,
      allowed: 'the function that Lambda calls',
      because: `${viaName(inner.transport)} returned it: it already has a transport`,
    });
  }
  const handler = async (event: Sendable, context: object): Promise<void> => {
    const messages = [makeMessage(event)];
    if (countBytes(messages[0] as (typeof messages)[number]) > transport.largest) return;
    const batch = transport.wrap(messages);
    await deliverBatch(connection, messages, lookAt(event)?.invokedWith(batch) ?? batch, context);
  };
  const batchSize = resolveBatchSize(transport, options);
  const connection = { transport, lambdaHandler, batchSize, code: `${name}(handler${formatOptions(options)})` };
  noteConnection(handler, connection);
  return handler as Handler;
}

/** The given options as code for another argument; they are numbers and flags. */
function formatOptions(options: BatchOptions): string {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `, { ${given.map(([name, value]) => `${name}: ${value}`).join(', ')} }`;
}

function resolveBatchSize({ batch }: Transport, { batchSize = batch.usual }: BatchOptions): number {
  return requireWholeNumber('options.batchSize', batchSize, {
    least: 1,
    ...batch,
    ...(batch.most === 1 ? { allowed: '1' } : {}),
  });
}

/** @throws InvalidArgumentError for a value other than true and false */
export function requireFlag(name: string, received: unknown = false): boolean {
  if (typeof received === 'boolean') return received;
  throw new InvalidArgumentError({ argument: `options.${name}`, received, allowed: 'true or false' });
}
