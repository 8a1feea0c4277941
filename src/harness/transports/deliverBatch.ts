import { show } from '../../../model/values/invalidArgument.ts';
import { isObjectOrList } from '../../../model/values/isObjectOrList.ts';
import { writeAnswer } from '../checks/writeAnswer.ts';
import { getCurrentCall } from '../lambda/tracedCall.ts';
import { runQuietly } from '../recording/readNotes.ts';
import { callLambda } from './callLambda.ts';
import type { Connected } from './connection.ts';
import { findIgnoredAnswer } from './findIgnoredAnswer.ts';
import type { Message } from './message.ts';
import { type BatchResponseResult, type Transport, viaName } from './transport.ts';

/**
 * Calls the function behind a transport with one batch.
 * @returns its answer
 * @throws Error if the transport rejects or ignores the answer, or a record comes again
 */
export async function deliverBatch(
  { lambdaHandler, transport }: Connected,
  messages: readonly Message[],
  invokedWith: object,
  context: object,
): Promise<unknown> {
  const { result, ignored } = await callLambda(lambdaHandler, invokedWith, context);
  // An answer may hold parts of the event: our own reads of them do not count.
  runQuietly(() => {
    const lost = findIgnoredAnswer(transport, ignored, messages);
    if (lost !== undefined) throw new Error(`Through ${viaName(transport)}: ${lost}.`);
    requireDone(transport, transport.readAnswer(result, messages), result);
    noteAnswer(result ?? ignored, invokedWith);
  });
  return result;
}

/** Notes what the function answers, without the texts of the batch that it only repeats: records and their ids. */
function noteAnswer(answer: unknown, batch: object): void {
  const call = getCurrentCall();
  if (call === undefined) return;
  const text = writeAnswer(answer).json ?? '';
  call.answer = listTexts(batch).reduce((left, one) => left.replaceAll(JSON.stringify(one).slice(1, -1), ''), text);
}

/** The texts in a batch that no answer has by chance. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return value.length < TELLING ? [] : [value];
  return isObjectOrList(value) ? Object.values(value).flatMap(listTexts) : [];
}

/** Characters that no other text has by chance. */
const TELLING = 12;

function requireDone(transport: Transport, { wrong, reported }: BatchResponseResult, answer: unknown): void {
  const name = viaName(transport);
  const [first] = wrong;
  if (first !== undefined) throw new Error(`Through ${name}: ${first}.`);
  if (reported.length > 0)
    throw new Error(
      `Through ${name}: the function reported the record of this event as failed: ${show(answer, 3)}. An error that it caught is not in its answer: log it in the catch, or verify what it does with one event without ${name}.`,
    );
}
