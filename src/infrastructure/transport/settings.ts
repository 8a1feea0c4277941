import type { TransportName } from '../../harness/transports/transport.ts';
import type { Infrastructure } from '../model/infrastructure.ts';
import { findInvokeConfig } from '../route/findInvokeConfig.ts';
import type { FunctionRoute } from '../route/route.ts';
import { Unresolved } from '../values/resolved.ts';
import type { RoutedTransport } from './toTransport.ts';

/** The settings of a template that a delivery plays. A setting that does not apply, or that nobody knows, is absent. */
export interface DeliverySettings {
  /** How the function gets its events. */
  readonly transport: TransportName;
  /** The most records of one invocation. */
  readonly batchSize: number;
  /** The seconds that Lambda waits for more records. They change no outcome. */
  readonly maximumBatchingWindowInSeconds?: number;
  /** Whether the queue is a FIFO queue. */
  readonly fifo?: boolean;
  /** Whether the subscription delivers raw messages. */
  readonly raw?: boolean;
  /** How often a message comes before it goes to the dead-letter queue. */
  readonly maxReceiveCount?: number;
  /** How often Lambda tries again. */
  readonly maximumRetryAttempts?: number;
  /** Whether Lambda reads reports of failed records. */
  readonly reportBatchItemFailures?: boolean;
  /** Whether a failing batch comes again in two halves. */
  readonly bisectBatchOnFunctionError?: boolean;
  /** Whether events on which the function fails to the end are kept. */
  readonly deadLetterQueue?: boolean;
  /** The patterns of the mapping's filters. */
  readonly filters: readonly string[];
}

/** The settings of a route. */
export function describeSettings(
  route: FunctionRoute,
  { transport, batchSize }: RoutedTransport,
  { functions }: Infrastructure,
): DeliverySettings {
  const { mapping, queue, subscription, function: id } = route;
  const invoked = functions.find((one) => one.id === id);
  const config = findInvokeConfig(route, invoked);
  const types = mapping?.responseTypes;
  const kept = invoked === undefined ? undefined : invoked.keepsFailures || config?.keepsFailures === true;
  const keeps = mapping === undefined ? kept : mapping.isOfStream ? mapping.keepsFailures : undefined;
  const settings = {
    transport: transport.name,
    batchSize,
    maximumBatchingWindowInSeconds: mapping?.batchingWindow,
    fifo: queue?.isFifo,
    raw: mapping === undefined ? undefined : subscription?.isRaw,
    maxReceiveCount: queue?.maxReceiveCount,
    maximumRetryAttempts: mapping === undefined ? config?.retries : mapping.retries,
    reportBatchItemFailures:
      mapping === undefined ? undefined : Array.isArray(types) && types.includes('ReportBatchItemFailures'),
    bisectBatchOnFunctionError: mapping?.bisects,
    deadLetterQueue: keeps ?? (queue === undefined ? undefined : queue.maxReceiveCount !== undefined),
    filters: Array.isArray(mapping?.filters) ? (mapping.filters as readonly string[]) : [],
  };
  const known = Object.entries(settings).filter(([, value]) => value !== undefined && !(value instanceof Unresolved));
  return Object.freeze(Object.fromEntries(known)) as unknown as DeliverySettings;
}
