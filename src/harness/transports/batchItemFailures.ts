import { warn } from '../../../model/platform/realProcess.ts';
import { didYouMean, show } from '../../../model/values/invalidArgument.ts';
import { isMembers } from '../../../model/values/members.ts';
import { showPath } from '../../../model/values/show/showPath.ts';
import { findLostReport, type LostReport } from './findLostReport.ts';
import type { Message } from './message.ts';
import { toJson } from './toJson.ts';
import { allDone, type BatchResponseResult, redeliverAll, type Transport, viaName } from './transport.ts';

/** How a transport identifies the records of a batch. */
export interface Identifiers {
  /** The member that identifies a record in a report: `messageId`. */
  readonly name: string;
  readonly of: (message: Message) => string;
  /** Members often confused with it, by name: `receiptHandle`. */
  readonly others: Readonly<Record<string, (message: Message) => string>>;
}

/**
 * Reads a partial batch response as Lambda does: as JSON. An answer without `batchItemFailures`, or with an empty list,
 * is success. An identifier that is empty, missing or unknown makes the whole batch come again.
 *
 * - SQS: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html (documented)
 * - Kinesis: https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html (documented)
 */
export function readBatchItemFailures(
  answer: unknown,
  messages: readonly Message[],
  identifiers: Identifiers,
): BatchResponseResult {
  const json = toJson(answer);
  const failures = (json as { batchItemFailures?: unknown } | null | undefined)?.batchItemFailures;
  if (failures === undefined || failures === null)
    return { ...allDone, wrong: explainUnread(answer, json, messages, identifiers) };
  if (!Array.isArray(failures)) {
    const given = (answer as { batchItemFailures?: unknown }).batchItemFailures;
    return redeliverAll(messages, [
      `batchItemFailures is ${showWithJson(given, failures)}; allowed: a list, or nothing`,
    ]);
  }
  const places = new Map(messages.map((message, place) => [identifiers.of(message), place]));
  const reported = new Set<number>();
  const wrong: string[] = [];
  for (const failure of failures) {
    const identifier: unknown = (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier;
    const place = typeof identifier === 'string' ? places.get(identifier) : undefined;
    if (place === undefined) wrong.push(explainWrongIdentifier(failure, identifier, messages, identifiers));
    else reported.add(place);
  }
  rememberReported(messages, reported, identifiers);
  if (wrong.length > 0) return { ...redeliverAll(messages, [...new Set(wrong)]), reported: sortPlaces(reported) };
  return { redelivered: sortPlaces(reported), wrong: [], reported: sortPlaces(reported) };
}

/**
 * The transport with a mapping that lacks `ReportBatchItemFailures`: Lambda ignores every answer, so that a reported
 * record counts as done, and is lost. A report without failures causes one warning.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html (documented)
 */
export function ignoreReports<Of extends Transport>(transport: Of): Of {
  let isWarned = false;
  return {
    ...transport,
    facts: { ...transport.facts, answer: 'ignoredReports' },
    readAnswer(answer: unknown, messages: readonly Message[]): BatchResponseResult {
      const { reported, wrong } = transport.readAnswer(answer, messages);
      if (reported.length + wrong.length > 0) {
        return {
          ...allDone,
          reported,
          isIgnored: true,
          wrong: [
            `${IGNORED}: the records that it reports as failed count as done, and are lost. ${REMEDY}: ${show(answer, 3)}`,
          ],
        };
      }
      if (hasReport(answer) && !isWarned) {
        isWarned = true;
        warn(
          `Through ${viaName(transport)}: the function answers batchItemFailures. ${IGNORED}: a record that it reports there is lost. ${REMEDY}.`,
        );
      }
      return allDone;
    },
  };
}

const IGNORED = 'Lambda ignores the answer, because the event source mapping has no ReportBatchItemFailures';
const REMEDY = 'Add it to FunctionResponseTypes, or throw the error';

/** Whether an answer has a list of failed records, even an empty one. */
function hasReport(answer: unknown): boolean {
  return Array.isArray((toJson(answer) as { batchItemFailures?: unknown } | null | undefined)?.batchItemFailures);
}

/** The fault of an answer that was meant as a report, but in which Lambda reads nothing. */
function explainUnread(
  answer: unknown,
  json: unknown,
  messages: readonly Message[],
  { name, of, others }: Identifiers,
): string[] {
  if (json === undefined) return [];
  const near = Object.entries(isMembers(json) ? json : {}).find(
    ([key, value]) =>
      value !== null && typeof value === 'object' && didYouMean(key, ['batchItemFailures']) !== undefined,
  );
  if (near !== undefined)
    return [`the answer has ${show(near[0])}, which Lambda does not read; allowed: batchItemFailures`];
  const report = findLostReport(answer, messages, [[name, of], ...Object.entries(others)]);
  const what = isMembers(json) ? explainLost(answer, report) : report && explainUnclear(json, report);
  return what === undefined
    ? []
    : [
        `the answer ${what}; allowed: { batchItemFailures: [{ itemIdentifier: the ${name} of a record of the batch }] }`,
      ];
}

/** A lost report in an object without `batchItemFailures`, which AWS documents as success. */
function explainLost(answer: unknown, report: LostReport | undefined): string | undefined {
  const kind = /Map|Set/.exec(Object.prototype.toString.call(answer))?.[0];
  const isLeftOut = Array.isArray((answer as { batchItemFailures?: unknown }).batchItemFailures);
  if (report === undefined && !isLeftOut) return undefined;
  const place = report === undefined || report.path.length === 0 ? '' : ` in ${showPath(report.path)}`;
  const where =
    report === undefined
      ? 'has batchItemFailures, which JSON leaves out'
      : kind === undefined
        ? `has ${report.what}${place}, where it is not read`
        : `is a ${kind} with ${report.what}, which is {} in JSON`;
  return `${where}: Lambda counts the whole batch as done, and the reported failure is lost`;
}

/** A lost report in a list or a text, which AWS does not document. */
function explainUnclear(json: unknown, { what }: LostReport): string {
  return `is a ${Array.isArray(json) ? 'list' : 'text'} with ${what}: AWS does not say whether Lambda counts the batch as done or as failed, but it does not retry single records`;
}

/** A value, and its JSON if that differs much: for a Map, a Set or a promise. */
function showWithJson(given: unknown, json: unknown): string {
  const isEmptied = JSON.stringify(json) === '{}' && show(given) !== '{}';
  return `${show(given)}${isEmptied ? ', which is {} in JSON' : ''}`;
}

/** The identifiers that functions reported, as far as they were right: a list that is never emptied has them again. */
const reportedBefore = new Set<string>();

/** Enough for the batches of a few deliveries. */
const MOST_REMEMBERED = 1000;

function rememberReported(
  messages: readonly Message[],
  reported: ReadonlySet<number>,
  { of }: Pick<Identifiers, 'of'>,
): void {
  if (reportedBefore.size > MOST_REMEMBERED) reportedBefore.clear();
  for (const place of reported) reportedBefore.add(of(messages[place] as Message));
}

function explainWrongIdentifier(
  failure: unknown,
  identifier: unknown,
  messages: readonly Message[],
  { name, others }: Identifiers,
): string {
  const allowed = `allowed: { itemIdentifier: the ${name} of a record of the batch }`;
  if (identifier === undefined) return `batchItemFailures has ${show(failure)}; ${allowed}`;
  if (typeof identifier === 'string' && reportedBefore.has(identifier)) {
    return `batchItemFailures has the itemIdentifier ${show(identifier)} of a record of an earlier batch, so the function keeps the list from one invocation to the next. Make a new list in each invocation`;
  }
  const kind = Object.entries(others).find(([, of]) => messages.some((message) => of(message) === identifier));
  const what = kind === undefined ? 'which no record of the batch has' : `the ${kind[0]} of a record`;
  return `batchItemFailures has the itemIdentifier ${show(identifier)}, ${typeof identifier === 'string' && identifier !== '' ? what : 'which names no record'}; ${allowed}`;
}

function sortPlaces(places: ReadonlySet<number>): number[] {
  return [...places].sort((one, other) => one - other);
}
