import type { Handler } from '../lambda/runHandler.ts';
import { runQuietly } from '../recording/readNotes.ts';
import type { Connected } from './connection.ts';
import { deliverBatch } from './deliverBatch.ts';
import { encodeBase64, makeMessage, type Sendable } from './message.ts';

/**
 * A handler that delivers the event, then a text that is not JSON in its place. It fails if the function fails, or its
 * two answers differ. So it passes for a function that accepts any text.
 */
export function deliverAnyText(connection: Connected): Handler {
  const handler = async (event: Sendable, context: object): Promise<void> => {
    const message = makeMessage(event);
    const answers: unknown[] = [];
    for (const body of [message.body, 'not JSON']) {
      const messages = [{ ...message, body }];
      const result = await deliverBatch(connection, messages, connection.transport.wrap(messages), context);
      const text = runQuietly(() => JSON.stringify(result)) as string | undefined;
      answers.push(text?.replaceAll(JSON.stringify(body).slice(1, -1), '').replaceAll(encodeBase64(body), ''));
    }
    if (answers[0] !== answers[1]) throw new Error(`The function answers ${answers.join(' and ')}.`);
  };
  return handler as Handler;
}
