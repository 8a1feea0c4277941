import { historiesFor } from '../../../arbitraries/caseHistory.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import type { Dialect } from '../../../model/event/dialect.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import type { DownstreamWatch } from '../downstream/downstreamWatch.ts';
import { prepareDownstream } from '../downstream/prepareDownstream.ts';
import type { Handler } from '../lambda/runHandler.ts';
import type { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import { TimeBudget } from '../run/timeBudget.ts';
import { findConnection } from '../transports/connection.ts';
import { lambda } from '../transports/lambda.ts';
import type { Transport } from '../transports/transport.ts';
import type { ResolvedDeliveryOptions } from './deliveryOptions.ts';
import { DeliveryArbitrary, type DeliveryChoice } from './faults/deliveryArbitrary.ts';
import { type FaultKind, jsonPoisonKinds, poisonKinds } from './faults/faults.ts';
import { DeliveryOracle } from './oracle/deliveryOracle.ts';

/** The options of a run, and the name of its handler. */
export type NamedDeliveryOptions = ResolvedDeliveryOptions & { readonly handler: HandlerName };

/** One run of `verifyDelivery`: what comes to whom, and who judges it. */
export interface DeliveryRun {
  readonly contracts: readonly [Contract, ...Contract[]];
  readonly handler: Handler;
  readonly options: NamedDeliveryOptions;
  /** The transport, if a `via…` function made the handler. */
  readonly transport: Transport | undefined;
  readonly errorTracker: UnhandledErrorTracker;
  readonly downstream: DownstreamWatch | undefined;
  readonly oracle: DeliveryOracle;
  readonly budget: TimeBudget;
  /** What the transport admits. */
  readonly limits: Omit<DeliveryChoice, 'histories' | 'tolerates'>;
  /** The events of the first delivery. */
  first: readonly CasesEvent[];
  /** The number of random deliveries that passed. */
  passed: number;
}

/**
 * Lets the option `downstream` watch what the handler calls, and makes the judge of the deliveries.
 * @throws InvalidArgumentError if `downstream` watches nothing; Error if it fails
 */
export async function prepareDeliveries(
  contracts: readonly [Contract, ...Contract[]],
  handler: Handler,
  options: NamedDeliveryOptions,
  errorTracker: UnhandledErrorTracker,
): Promise<DeliveryRun> {
  const [{ consumer, domain }] = contracts;
  const { runs, timeout, tolerates } = options;
  const connection = findConnection(handler);
  const budget = new TimeBudget(runs);
  const downstream = await prepareDownstream(options.downstream, consumer, timeout, errorTracker);
  return {
    contracts,
    handler,
    options,
    transport: connection?.transport,
    errorTracker,
    downstream,
    oracle: new DeliveryOracle(
      { handler, domain, timeout, errorTracker, downstream },
      { ...options, consumer, reorders: tolerates.includes('reordering') },
    ),
    budget,
    limits: {
      longestOutage: (connection?.transport ?? lambda).attempts - 1,
      poisons: connection?.transport.opens === undefined ? jsonPoisonKinds : poisonKinds,
      batchSize: connection?.batchSize ?? 1,
    },
    first: [],
    passed: 0,
  };
}

/** The deliveries of a run, with faults of some kinds. */
export function makeDeliveries(
  { contracts, limits }: DeliveryRun,
  tolerates: readonly FaultKind[],
  dialect: Partial<Dialect> = {},
): DeliveryArbitrary {
  const [{ domain, rule }] = contracts;
  const preferredFieldIds = contracts.flatMap(({ reads }) => reads.map(({ segments }) => segments[3] ?? ''));
  const histories = historiesFor({ domain, preferredFieldIds, rule, dialect });
  return new DeliveryArbitrary({ ...limits, tolerates, histories });
}
