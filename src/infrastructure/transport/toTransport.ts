import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { requireWholeNumber } from '../../../model/values/requireWholeNumber.ts';
import { ignoreReports } from '../../harness/transports/batchItemFailures.ts';
import { firehose } from '../../harness/transports/firehose.ts';
import { kinesis } from '../../harness/transports/kinesis.ts';
import { lambda } from '../../harness/transports/lambda.ts';
import { sns } from '../../harness/transports/sns.ts';
import { snsToSqs, snsToSqsRaw } from '../../harness/transports/snsToSqs.ts';
import { groupMessages, sqs, sqsFifo } from '../../harness/transports/sqs.ts';
import type { Transport } from '../../harness/transports/transport.ts';
import type {
  Infrastructure,
  InvokeConfig,
  LambdaFunction,
  Mapping,
  Queue,
  RuleTarget,
} from '../model/infrastructure.ts';
import { nameProperty } from '../model/nameProperty.ts';
import { findInvokeConfig } from '../route/findInvokeConfig.ts';
import type { FunctionRoute } from '../route/route.ts';
import { requireKnown } from '../values/requireKnown.ts';
import { Unresolved } from '../values/resolved.ts';
import { compileMappingFilter } from './compileMappingFilter.ts';
import { compileSubscriptionFilter } from './compileSubscriptionFilter.ts';
import { nothingSent, readTargetInput } from './readTargetInput.ts';
import { toEventFilter } from './toEventFilter.ts';
import type { WayFilter } from './wayFilter.ts';

/** The transport of a route, and the largest batch of its mapping. */
export interface RoutedTransport {
  readonly transport: Transport;
  readonly batchSize: number;
}

/**
 * The transport of a route, with every setting of the template.
 * @throws InvalidArgumentError for a setting that AWS refuses, or that the template does not decide
 */
export function toTransport(route: FunctionRoute, { language, functions }: Infrastructure): RoutedTransport {
  const name = (property: string): string => nameProperty(language, property);
  const invoked = functions.find(({ id }) => id === route.function);
  const config = findInvokeConfig(route, invoked);
  requireNumbers([route.target, route.queue, route.mapping, invoked, config], name);
  const plain = withAttempts(chooseTransport(route, name), route, config);
  const reporting =
    plain.batch.most > 1 && route.mapping !== undefined ? withReports(plain, route.mapping, name) : plain;
  const { where } = route.target;
  const input = readTargetInput(
    route.target.input,
    {
      constant: `${where}.${name('Input')}`,
      path: `${where}.${name('InputPath')}`,
      template: `${where}.${name('InputTransformer.InputTemplate')}`,
      paths: `${where}.${name('InputTransformer.InputPathsMap')}`,
    },
    route.rule.id,
  );
  const sending: Transport = { ...reporting, ...(input === undefined ? {} : { input }) };
  const filters = listFilters(route, reporting, name);
  return {
    transport: {
      ...sending,
      ...(filters.length === 0
        ? {}
        : {
            filters: filters.flatMap((filter) => toEventFilter(filter, sending) ?? []),
            filterNames: filters.flatMap(({ rule }) => rule.patterns.map(({ argument }) => argument)),
          }),
      ...(input === undefined && filters.length === 0
        ? {}
        : { admits: (message) => message.body !== nothingSent && filters.every(({ admits }) => admits(message)) }),
    },
    batchSize: readBatchSize(route, reporting, name),
  };
}

type Name = (property: string) => string;

/** Refuses numbers that AWS refuses: nobody can say what is delivered. */
function requireNumbers(
  resources: readonly (RuleTarget | Queue | Mapping | LambdaFunction | InvokeConfig | undefined)[],
  name: Name,
): void {
  for (const { id, property, received, least, most } of resources.flatMap((one) => one?.unfit ?? [])) {
    const because = 'AWS refuses the template';
    requireWholeNumber(`the ${name(property)} of ${id}`, received, { least, most, because });
  }
}

function chooseTransport(route: FunctionRoute, name: Name): Transport {
  const { mapping, subscription, queue, deliveryStream, target } = route;
  if (deliveryStream !== undefined) return firehose;
  if (mapping === undefined) return subscription === undefined ? lambda : sns;
  if (mapping.isOfStream) {
    const bisects = requireKnown(mapping.bisects, `the ${name('BisectBatchOnFunctionError')} of ${mapping.id}`);
    return { ...kinesis, bisects: bisects === true };
  }
  const isFifo = queue !== undefined && requireKnown(queue.isFifo, `the ${name('FifoQueue')} of ${queue.id}`) === true;
  if (subscription === undefined) {
    if (!isFifo) return sqs;
    const { messageGroupId: group } = target;
    return typeof group === 'string' ? groupMessages(group) : sqsFifo;
  }
  const raw = requireKnown(subscription.isRaw, `the ${name('RawMessageDelivery')} of ${subscription.id}`);
  const base: Transport = raw === true ? snsToSqsRaw : snsToSqs;
  return isFifo ? { ...base, redelivery: 'first', batch: sqsFifo.batch } : base;
}

/** How often a failed message comes. An unknown number leaves that of the transport; a finding says so. */
function withAttempts(
  transport: Transport,
  { mapping, queue }: FunctionRoute,
  config: InvokeConfig | undefined,
): Transport {
  if (mapping === undefined) {
    const retries = config?.retries;
    return typeof retries === 'number' && transport.batch.most === 1
      ? { ...transport, attempts: 1 + retries }
      : transport;
  }
  if (mapping.isOfStream) {
    const { retries } = mapping;
    return typeof retries === 'number' && retries >= 0 ? { ...transport, attempts: 1 + retries } : transport;
  }
  if (queue === undefined || queue.maxReceiveCount instanceof Unresolved) return transport;
  return queue.maxReceiveCount === undefined
    ? { ...transport, facts: { ...transport.facts, givenUp: 'retention' } }
    : { ...transport, attempts: queue.maxReceiveCount };
}

function withReports(transport: Transport, mapping: Mapping, name: Name): Transport {
  const types = requireKnown(mapping.responseTypes, `the ${name('FunctionResponseTypes')} of ${mapping.id}`);
  return Array.isArray(types) && types.includes('ReportBatchItemFailures') ? transport : ignoreReports(transport);
}

function listFilters({ subscription, mapping }: FunctionRoute, transport: Transport, name: Name): WayFilter[] {
  const filters: WayFilter[] = [];
  if (subscription?.filterPolicy !== undefined) {
    const where = `${subscription.id}.${name('FilterPolicy')}`;
    const scope = requireKnown(subscription.filterScope, `the ${name('FilterPolicyScope')} of ${subscription.id}`);
    const policy = requireKnown(subscription.filterPolicy, where) as object | string;
    filters.push(compileSubscriptionFilter(policy, scope ?? 'MessageAttributes', where));
  }
  if (mapping !== undefined) {
    const where = `${mapping.id}.${name('FilterCriteria.Filters')}`;
    const patterns = requireKnown(mapping.filters, where);
    requireList(where, patterns);
    if (Array.isArray(patterns) && patterns.length > 0) {
      filters.push(compileMappingFilter(patterns, transport, (index) => `${where}[${index}].${name('Pattern')}`));
    }
  }
  return filters;
}

/** @throws InvalidArgumentError for anything but a list: AWS refuses it, and it differs from no filter */
function requireList(argument: string, received: unknown): void {
  if (received === undefined || Array.isArray(received)) return;
  throw new InvalidArgumentError({ argument, received, allowed: 'a list of filters, or none' });
}

function readBatchSize({ mapping }: FunctionRoute, { batch }: Transport, name: Name): number {
  if (mapping === undefined) return batch.usual;
  const what = `the ${name('BatchSize')} of ${mapping.id}`;
  return requireWholeNumber(what, requireKnown(mapping.batchSize, what) ?? batch.usual, { least: 1, ...batch });
}
