import { InvalidArgumentError, show } from '../../../model/values/invalidArgument.ts';
import { requireWholeNumber } from '../../../model/values/requireWholeNumber.ts';
import type { Lambda } from '../lambda/invoke.ts';
import { requireFunction } from '../lambda/requireFunction.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { lookAt } from './batchLook.ts';
import { findConnection, noteConnection } from './connection.ts';
import { deliverBatch } from './deliverBatch.ts';
import { type Message, makeMessage, type Sendable } from './message.ts';
import { deliversMessage, type TargetInput, type Transport, viaName } from './transport.ts';

/** The size of batches. */
export interface BatchOptions {
  /** The maximum records of one invocation, as in the event source mapping; `verifyDelivery` fills batches up to it. */
  readonly batchSize?: number;
}

/**
 * Makes a handler of events of a Lambda function behind a transport.
 * @param called the function that a test calls for it, if it is not that of the transport
 * @throws InvalidArgumentError for wrong options, or if the first argument is not a function
 */
export function connect(
  transport: Transport,
  lambdaHandler: Lambda,
  options: BatchOptions = {},
  called?: { readonly name: string; readonly code: string; readonly isBehindRule: boolean },
): Handler {
  const name = called?.name ?? viaName(transport);
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
  const handler = async (event: Sendable, context: object): Promise<unknown> => {
    const message = makeMessage(event, transport.input?.write);
    if (!deliversMessage(transport, message)) return undefined;
    const fault = findInputFault(transport, message);
    if (fault !== undefined) throw new Error(`Through ${viaName(transport)}: ${fault}.`);
    const messages = [message];
    const batch = transport.wrap(messages);
    try {
      return await deliverBatch(connection, messages, lookAt(event)?.watchInput(batch) ?? batch, context);
    } catch (error) {
      throw blameInput(error, transport, message);
    }
  };
  const batchSize = resolveBatchSize(transport, options);
  const code = called?.code ?? `${name}(handler${formatOptions(options)})`;
  const isBehindRule = called?.isBehindRule ?? false;
  const connection = { transport, lambdaHandler, batchSize, code, isBehindRule };
  noteConnection(handler, connection);
  return handler as Handler;
}

/**
 * Why a target cannot send the text that it makes of an event: Lambda takes only JSON. Undefined if it can.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html (documented)
 */
export function findInputFault({ input, opens }: Transport, { body }: Message): string | undefined {
  if (input === undefined || opens !== undefined || isJson(body)) return undefined;
  return describeBroken(input, body, ', so the event never reaches the function');
}

/** The error of a function that got a text which is no JSON: its message also names the input that made the text. */
function blameInput(error: unknown, transport: Transport, message: Message): unknown {
  const broken = describeBrokenInput(transport, message);
  if (broken !== undefined && error instanceof Error) error.message = `${error.message} (${broken})`;
  return error;
}

/** What is wrong with the text that a target makes of an event, if a function gets it, and it is no JSON. */
export function describeBrokenInput({ input }: Pick<Transport, 'input'>, { body }: Message): string | undefined {
  if (input === undefined || input.part !== undefined || isJson(body)) return undefined;
  return describeBroken(input, body);
}

/** What is wrong, then what to do, and last the text, which may be long. */
function describeBroken({ name }: TargetInput, body: string, consequence: string = ''): string {
  return `${name} makes no JSON of this event${consequence}. The variable of a missing path is empty: write it within quotes. The text is ${show(body)}`;
}

function isJson(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The engine's own function: a recording of the handler's reads does not observe it. */
const { parse } = JSON;

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
export function requireFlag(name: string, received: unknown, usual: boolean = false): boolean {
  if (received === undefined) return usual;
  if (typeof received === 'boolean') return received;
  throw new InvalidArgumentError({ argument: `options.${name}`, received, allowed: 'true or false' });
}
