import { didYouMean, show } from '../../event/invalidArgument.ts';
import type { Message } from './message.ts';
import { allAgain, allDone, type Judgement } from './transport.ts';

/** How a transport knows the records of a batch. */
export interface Identifiers {
  /** What the function must report a record by: `messageId`. */
  readonly name: string;
  readonly of: (message: Message) => string;
  /** What is easily taken for it, by name: `receiptHandle`. */
  readonly others: Readonly<Record<string, (message: Message) => string>>;
}

/**
 * What a partial batch response says, as Lambda reads it: nothing, or an empty list, is success; an identifier that is
 * empty, missing or of no record makes the whole batch come again.
 *
 * - SQS: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html (documented)
 * - Kinesis: https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html (documented)
 */
export function readBatchItemFailures(
  answer: unknown,
  messages: readonly Message[],
  identifiers: Identifiers,
): Judgement {
  const failures = (answer as { batchItemFailures?: unknown } | null | undefined)?.batchItemFailures;
  if (failures === undefined || failures === null) return { ...allDone, wrong: misspelt(answer) };
  if (!Array.isArray(failures)) {
    return allAgain(messages, [`batchItemFailures is ${show(failures)}; allowed: a list, or nothing`]);
  }
  const places = new Map(messages.map((message, place) => [identifiers.of(message), place]));
  const reported = new Set<number>();
  const wrong: string[] = [];
  for (const failure of failures) {
    const identifier: unknown = (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier;
    const place = typeof identifier === 'string' ? places.get(identifier) : undefined;
    if (place === undefined) wrong.push(wrongIdentifier(failure, identifier, messages, identifiers));
    else reported.add(place);
  }
  if (wrong.length > 0) return { ...allAgain(messages, [...new Set(wrong)]), reported: inOrder(reported) };
  return { again: inOrder(reported), wrong: [], reported: inOrder(reported) };
}

/** An answer in which Lambda reads nothing, though something was meant: what it names is lost. */
function misspelt(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || 'batchItemFailures' in answer) return [];
  return Object.keys(answer)
    .filter((name) => didYouMean(name, ['batchItemFailures']) !== undefined)
    .map((name) => `it has ${show(name)}, which Lambda does not read; allowed: batchItemFailures`);
}

function wrongIdentifier(
  failure: unknown,
  identifier: unknown,
  messages: readonly Message[],
  { name, others }: Identifiers,
): string {
  const allowed = `allowed: { itemIdentifier: the ${name} of a record of the batch }`;
  if (identifier === undefined) return `batchItemFailures has ${show(failure)}; ${allowed}`;
  const kind = Object.entries(others).find(([, of]) => messages.some((message) => of(message) === identifier));
  const what = kind === undefined ? 'of no record of the batch' : `the ${kind[0]} of a record`;
  return `batchItemFailures has the itemIdentifier ${show(identifier)}, ${typeof identifier === 'string' && identifier !== '' ? what : 'which names no record'}; ${allowed}`;
}

function inOrder(places: ReadonlySet<number>): number[] {
  return [...places].sort((one, other) => one - other);
}
