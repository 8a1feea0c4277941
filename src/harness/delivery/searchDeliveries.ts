import { findDelivered } from '../rule/disagreement/findDelivered.ts';
import { explainNothing } from '../rule/explainNothing.ts';
import { draw } from '../run/draw.ts';
import { type DeliveryRun, makeDeliveries } from './deliveryRun.ts';
import type { Delivery, DeliveryArbitrary } from './faults/deliveryArbitrary.ts';
import { type FailingDelivery, findFirstViolation } from './findFirstViolation.ts';

/** The maximum milliseconds between the discovery of a failure and its report. */
export const SHRINKING = 2000;

/**
 * The first random delivery that fails, shrunk. With the option `path` only the delivery of this path is played.
 * @throws Error if the rule delivers nothing of many histories, or if two deliveries cannot be compared
 */
export async function searchDeliveries(run: DeliveryRun): Promise<FailingDelivery | undefined> {
  const { oracle, budget } = run;
  const { seed, path, runs, tolerates } = run.options;
  const deliveries = makeDeliveries(run, tolerates);
  const first = drawFirst(run, deliveries);
  run.first = first.history;
  await oracle.requireComparable(first);
  const limited = {
    runs,
    hasTime: () => budget.hasTimeForRandom,
    onPassed(passed: number) {
      run.passed = passed;
      budget.count('deliveries', passed, runs);
    },
  };
  const only = path === undefined ? limited : { runs: 1, path };
  return findFirstViolation(deliveries, oracle, { seed, ...only, shrinking: SHRINKING });
}

function drawFirst({ contracts, options }: DeliveryRun, deliveries: DeliveryArbitrary): Delivery {
  const [first] = draw(() => deliveries, { seed: options.seed, runs: 1 }) as [Delivery];
  if (first.history.length > 0) return first;
  const [{ consumer, domain, rule }] = contracts;
  const nothing = `${consumer}: the rule delivers no event of any history, so there is no delivery to play`;
  if (rule !== undefined && contracts.every((contract) => findDelivered(contract, rule) === undefined)) {
    throw new Error(`${nothing}. ${explainNothing(domain, rule)}`);
  }
  throw new Error(
    `${nothing}. Cases and items of a history have new ids. verify plays single events, and names what keeps them out.`,
  );
}
