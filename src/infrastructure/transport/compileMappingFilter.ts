import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { compileRulePattern, makeRule } from '../../../model/rule/rule.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import type { Members } from '../../../model/values/members.ts';
import type { Transport } from '../../harness/transports/transport.ts';
import type { WayFilter } from './wayFilter.ts';

/** Node's own function, which no recording observes. */
const decode = loadNodeModule('node:buffer').Buffer.from;

/**
 * The `FilterCriteria` of a mapping: one filter suffices. They look at the record, whose body or data is parsed, if it is
 * JSON. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html (documented)
 * @param namePlace the place of a pattern in the template, such as `Mapping.FilterCriteria.Filters[0].Pattern`
 * @throws InvalidArgumentError for a pattern that AWS refuses
 */
export function compileMappingFilter(
  patterns: readonly string[],
  transport: Transport,
  namePlace: (index: number) => string,
): WayFilter {
  for (const [index, pattern] of patterns.entries()) requireText(namePlace(index), pattern);
  const rule = makeRule(patterns.map((pattern, index) => compileRulePattern(namePlace(index), pattern)));
  const bodyKey = transport.name === 'kinesis' ? 'data' : 'body';
  const { outer, invoker, holds } = transport.opens ?? { invoker: 'a queue', holds: '' };
  const view = (message: Parameters<WayFilter['view']>[0]): Members => openRecord(transport.wrap([message]));
  return {
    rule,
    view,
    bodyKey,
    nothing: {
      because: `a record of ${invoker} has nothing there`,
      trap:
        outer === undefined
          ? `The filter of a mapping looks at the record: write the pattern within ${bodyKey}.`
          : `${holds}: set RawMessageDelivery, or filter in the FilterPolicy of the subscription.`,
    },
    admits: (message) => rule.matches(view(message)),
  };
}

/** @throws InvalidArgumentError for an object: AWS takes the JSON text of a pattern only */
function requireText(argument: string, received: unknown): void {
  if (typeof received === 'string') return;
  throw new InvalidArgumentError({
    argument,
    received,
    allowed: 'the JSON of a pattern as a text',
    because: 'Pattern is a string in CloudFormation and Terraform',
    todo: 'Write it within quotes, such as Pattern: \'{"body": { … }}\'',
  });
}

/** A record as filters see it: of a queue with `body`, of a stream with `data`. */
function openRecord(batch: object): Members {
  const [record = {}] = (batch as { readonly Records: readonly Members[] }).Records;
  const { kinesis } = record as { readonly kinesis?: { readonly data: string } };
  if (kinesis === undefined) return { ...record, body: parseIfJson(String(record.body)) };
  return { ...record, ...kinesis, data: parseIfJson(decode(kinesis.data, 'base64').toString()) };
}
