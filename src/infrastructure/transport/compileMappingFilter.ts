import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { type EventPattern, eventPattern } from '../../../model/rule/eventPattern.ts';
import type { Members } from '../../../model/values/members.ts';
import type { Message } from '../../harness/transports/message.ts';
import type { Transport } from '../../harness/transports/transport.ts';
import { nameRefused } from '../values/nameRefused.ts';
import { parseIfJson } from '../values/parseIfJson.ts';

/** Node's own function, which no recording observes. */
const decode = loadNodeModule('node:buffer').Buffer.from;

/**
 * Whether the `FilterCriteria` of a mapping let a message through: one filter suffices. They look at the record, whose
 * body or data is parsed, if it is JSON. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 * (documented)
 * @throws InvalidArgumentError for a pattern that AWS refuses
 */
export function compileMappingFilter(
  patterns: readonly string[],
  transport: Transport,
  where: string,
): (message: Message) => boolean {
  const filters = patterns.map(
    (pattern, index): EventPattern => nameRefused(`${where}[${index}]`, () => eventPattern(pattern)),
  );
  return (message) => {
    const record = openRecord(transport.wrap([message]));
    return filters.some((filter) => filter.matches(record));
  };
}

/** A record as filters see it: of a queue with `body`, of a stream with `data`. */
function openRecord(batch: object): Members {
  const [record = {}] = (batch as { readonly Records: readonly Members[] }).Records;
  const { kinesis } = record as { readonly kinesis?: { readonly data: string } };
  if (kinesis === undefined) return { ...record, body: parseIfJson(String(record.body)) };
  return { ...record, ...kinesis, data: parseIfJson(decode(kinesis.data, 'base64').toString()) };
}
