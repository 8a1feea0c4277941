import { show } from '../../../model/values/invalidArgument.ts';
import { isObjectOrList } from '../../../model/values/isObjectOrList.ts';
import { writeAnswer } from '../checks/writeAnswer.ts';
import { findCaught } from '../failure/findCaught.ts';
import { findTracedCall } from '../lambda/tracedCall.ts';
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
  const failure = runQuietly(() => {
    const lost = findIgnoredAnswer(transport, ignored, messages);
    if (lost !== undefined) throw new Error(`Through ${viaName(transport)}: ${lost}.`);
    noteAnswer(result ?? ignored, invokedWith);
    return describeFailure(transport, transport.readAnswer(result, messages), result);
  });
  if (failure === undefined) return result;
  const cause = await findCaughtHere();
  throw cause === undefined
    ? new Error(`${failure.what}${failure.isReport ? ` ${explainNoCause(transport)}` : ''}`)
    : new Error(failure.what, { cause });
}

/** Notes what the function answers, without the texts of the batch that it only repeats: records and their ids. */
function noteAnswer(answer: unknown, batch: object): void {
  const call = findTracedCall();
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

/** The error that the current call caught, if it left a trace. */
async function findCaughtHere(): Promise<unknown> {
  const call = findTracedCall();
  const promises = call?.promises ?? [];
  // Ours are not of interest.
  if (call !== undefined) call.promises = undefined;
  return findCaught({ promises, printed: call?.printed ?? [] });
}

function explainNoCause(transport: Transport): string {
  return `An error that it caught is not in its answer: log it in the catch, or verify what it does with one event without ${viaName(transport)}.`;
}

/** What is wrong with an answer, and whether it is a report of a failed record. */
function describeFailure(
  transport: Transport,
  { wrong, reported }: BatchResponseResult,
  answer: unknown,
): { readonly what: string; readonly isReport: boolean } | undefined {
  const name = viaName(transport);
  const [first] = wrong;
  if (first !== undefined) return { what: `Through ${name}: ${first}.`, isReport: false };
  if (reported.length === 0) return undefined;
  return {
    what: `Through ${name}: the function reported the record of this event as failed: ${show(answer, 3)}.`,
    isReport: true,
  };
}
