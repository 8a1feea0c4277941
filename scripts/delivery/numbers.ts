import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { all, contracts, reporting, take, transports, world } from '../../__tests__/src/harness/delivery/correct.ts';
import { type Faulty, faulty, faultyBehindQueues, ownWorld } from '../../__tests__/src/harness/delivery/faulty.ts';
import { caseHistory } from '../../arbitraries/caseHistory.ts';
import { type DeliveryOptions, resolveDeliveryOptions } from '../../src/harness/delivery/deliveryOptions.ts';
import { DeliveryViolation } from '../../src/harness/delivery/deliveryViolation.ts';
import { DeliveryArbitrary } from '../../src/harness/delivery/faults/deliveryArbitrary.ts';
import { DeliveryOracle } from '../../src/harness/delivery/oracle/deliveryOracle.ts';
import { verifyDelivery } from '../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../src/harness/lambda/runHandler.ts';
import { UnhandledErrorTracker } from '../../src/harness/lambda/unhandledErrorTracker.ts';
import { findConnection } from '../../src/harness/transports/connection.ts';
import { viaSqs } from '../../src/harness/transports/sqs.ts';

// Measures the cost of deliveries, the length of shrunk failures, and false alarms on correct handlers. Called by
// run.mjs.
const runs = Number(process.env.DELIVERIES ?? 10_000);

async function outcomeOf(handler: Handler, options: DeliveryOptions): Promise<DeliveryViolation | undefined> {
  try {
    await verifyDelivery(contracts, handler, options);
    return undefined;
  } catch (error) {
    if (error instanceof DeliveryViolation) return error;
    throw error;
  }
}

/** The number of calls of a handler, or of the function behind its transport, during some work. */
async function callsOf<Outcome>(
  handler: Handler,
  work: (counted: Handler) => Promise<Outcome>,
): Promise<{ outcome: Outcome; calls: number }> {
  let calls = 0;
  const counting = (of: Handler): Handler =>
    ((...parameters: Parameters<Handler>) => {
      calls++;
      return of(...parameters);
    }) as Handler;
  // Only the handler knows the function behind its transport: replaces the function there.
  const connection = findConnection(handler) as { lambdaHandler: Handler } | undefined;
  if (connection === undefined) return { outcome: await work(counting(handler)), calls };
  const { lambdaHandler } = connection;
  connection.lambdaHandler = counting(lambdaHandler);
  const outcome = await work(handler);
  connection.lambdaHandler = lambdaHandler;
  return { outcome, calls };
}

async function shortest(): Promise<void> {
  const lengths: number[] = [];
  const broken: readonly (Faulty & { readonly tolerates?: DeliveryOptions['tolerates'] })[] = [
    ...faulty,
    ...faultyBehindQueues,
  ];
  for (const { name, handler, tolerates } of broken) {
    const options = { ...ownWorld, ...(tolerates === undefined ? {} : { tolerates }) };
    const began = performance.now();
    const { outcome: violation, calls } = await callsOf(handler, (counted) => outcomeOf(counted, options));
    if (violation === undefined) throw new Error(`a handler that ${name} passed`);
    lengths.push(violation.history.length);
    const milliseconds = Math.round(performance.now() - began);
    console.log(`${violation.history.length} events left, ${milliseconds} ms, ${calls} calls: a handler that ${name}`);
  }
  const few = lengths.filter((length) => length <= 3).length;
  console.log(`3 events or fewer in ${few} of ${lengths.length}`);
}

/** Histories of 20 events in batches of 10, twice and out of order, behind a queue. */
async function rate(): Promise<void> {
  const [contract] = contracts;
  const { consumer, domain } = contract as (typeof contracts)[number];
  const errorTracker = new UnhandledErrorTracker();
  const handler = viaSqs(reporting(take));
  const options = resolveDeliveryOptions(world);
  const oracle = new DeliveryOracle(
    { handler, domain, timeout: options.timeout, errorTracker },
    { ...options, consumer, reorders: true },
  );
  const histories = caseHistory({ domain, minLength: 20, maxLength: 20 });
  const deliveries = new DeliveryArbitrary({
    histories,
    tolerates: options.tolerates,
    poisons: [],
    longestOutage: 1,
    batchSize: 10,
  });
  const some = fc.sample(deliveries, { seed: 0, numRuns: 500 }).map((delivery) => ({ ...delivery, batchSize: 10 }));
  errorTracker.start();
  const began = performance.now();
  const { calls } = await callsOf(handler, async () => {
    for (const delivery of some)
      if ((await oracle.findViolation(delivery)) !== undefined) throw new Error('a false alarm');
  });
  const seconds = (performance.now() - began) / 1000;
  errorTracker.stop();
  console.log(
    `${Math.round(some.length / seconds)} deliveries/s of 20 events in batches of 10, each decided by ${calls / some.length} calls`,
  );
}

async function falseAlarms(): Promise<void> {
  let alarms = 0;
  for (const [kind, options] of [
    ['all faults', all],
    ['duplicates and reordering', world],
  ] as const) {
    for (const [name, handler] of transports) {
      const began = performance.now();
      const violation = await outcomeOf(handler, { ...options, runs, seed: 7 });
      if (violation !== undefined) {
        alarms++;
        console.log(violation.message);
      }
      const rate = Math.round((runs / (performance.now() - began)) * 1000);
      console.log(`${rate} deliveries/s, ${kind}: behind ${name}`);
    }
  }
  console.log(
    `${alarms} false alarms over ${2 * transports.length} consumers, ${runs.toLocaleString('en')} deliveries each`,
  );
}

/** Everything, in order. */
export async function tellNumbers(): Promise<void> {
  await shortest();
  await rate();
  await falseAlarms();
}
