import { historiesFor } from '../../../arbitraries/caseHistory.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import type { DownstreamWatch } from '../downstream/downstreamWatch.ts';
import { prepareDownstream } from '../downstream/prepareDownstream.ts';
import { makePresentable } from '../failure/makePresentable.ts';
import { withConsumerFrames } from '../failure/withConsumerFrames.ts';
import type { Handler } from '../lambda/runHandler.ts';
import { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import { nameDeliveries } from '../replayRequest/nameDeliveries.ts';
import { formatReplayCommand } from '../replayRequest/replayRequest.ts';
import { checkRule } from '../rule/checkRule.ts';
import { findDelivered } from '../rule/disagreement/findDelivered.ts';
import { explainNothing } from '../rule/explainNothing.ts';
import { requireCarried } from '../rule/requireCarried.ts';
import { warnOfMissingRule } from '../rule/warnOfMissingRule.ts';
import { findDrops, withFilters } from '../rule/withFilters.ts';
import { draw } from '../run/draw.ts';
import { describeHandler } from '../run/handlerName.ts';
import { TimeBudget } from '../run/timeBudget.ts';
import { findConnection, formatCode } from '../transports/connection.ts';
import { lambda } from '../transports/lambda.ts';
import { describeAmbiguity } from '../verdict/ambiguities.ts';
import type { ResolvedDeliveryOptions } from './deliveryOptions.ts';
import { DeliveryViolation } from './deliveryViolation.ts';
import { type Delivery, DeliveryArbitrary } from './faults/deliveryArbitrary.ts';
import { jsonPoisonKinds, poisonKinds } from './faults/faults.ts';
import { findFirstViolation } from './findFirstViolation.ts';
import type { GuaranteeViolation } from './guarantees/guarantee.ts';
import { formatDiscrepancy } from './observation/discrepancy.ts';
import { DeliveryOracle } from './oracle/deliveryOracle.ts';
import { fractions, ties } from './oracle/orderReadings.ts';
import { replayCall } from './replayCall.ts';
import { explainDelivery } from './report/explainDelivery.ts';
import { formatHeadline } from './report/formatHeadline.ts';
import { requireFitting } from './requireFitting.ts';
import { requireNothingLate } from './requireNothingLate.ts';

/** The maximum milliseconds between the discovery of a failure and its report. */
const SHRINKING = 2000;

/** The deliveries tried under each other reading, and the milliseconds to shrink a failure there. */
const OTHER_RUNS = 50;
const OTHER_SHRINKING = 200;

/** The work of `verifyDelivery`, after its arguments are checked. */
export async function playDeliveries(
  given: readonly [Contract, ...Contract[]],
  handler: Handler,
  options: ResolvedDeliveryOptions & { readonly handler: HandlerName },
): Promise<void> {
  const { runs, seed, path, tolerates, timeout } = options;
  const connection = findConnection(handler);
  warnOfMissingRule(given[0], connection);
  const contracts = given.map((contract) => withFilters(contract, connection?.transport)) as [Contract, ...Contract[]];
  const [{ consumer, domain, rule }] = contracts;
  const drops = findDrops(connection?.transport);
  for (const contract of contracts) {
    checkRule(contract, { ambiguities: 'off' }, drops);
    requireCarried(contract, connection?.transport);
  }
  const preferredFieldIds = contracts.flatMap(({ reads }) => reads.map(({ segments }) => segments[3] ?? ''));
  const errorTracker = new UnhandledErrorTracker();
  const budget = new TimeBudget(runs);
  const common = {
    longestOutage: (connection?.transport ?? lambda).attempts - 1,
    poisons: connection?.transport.opens === undefined ? jsonPoisonKinds : poisonKinds,
    batchSize: connection?.batchSize ?? 1,
  };
  const deliveries = new DeliveryArbitrary({
    ...common,
    tolerates,
    histories: historiesFor({ domain, preferredFieldIds, rule }),
  });
  errorTracker.showsOutput = path !== undefined;
  errorTracker.start();
  let downstream: DownstreamWatch | undefined;
  try {
    downstream = await prepareDownstream(options.downstream, consumer, timeout, errorTracker);
    const oracle = new DeliveryOracle(
      { handler, domain, timeout, errorTracker, downstream },
      { ...options, consumer, reorders: tolerates.includes('reordering') },
    );
    const sample = drawFirst(deliveries, seed, contracts);
    await oracle.requireComparable(sample);
    let played = 0;
    const limited = {
      runs,
      hasTime: () => budget.hasTimeForRandom,
      onPassed: (tried: number) => {
        played = tried;
        budget.count('deliveries', tried, runs);
      },
    };
    const only = path === undefined ? limited : { runs: 1, path };
    const found = await findFirstViolation(deliveries, oracle, { seed, ...only, shrinking: SHRINKING });
    await requireFitting(contracts, handler, { ...options, reset: () => oracle.reset() });
    if (found !== undefined) {
      const { violation } = found;
      const replay = { seed, path: found.path };
      const request = { title: nameDeliveries(contracts[0]), handler: describeHandler(options.handler), ...replay };
      const lines = [formatReplayCommand(request), replayCall(replay, options, formatCode(handler))];
      const message = explainDelivery(contracts[0], violation, lines, connection?.transport);
      const cause = findCause(violation);
      throw withConsumerFrames(
        new DeliveryViolation(
          message,
          { ...violation, promise: violation.guarantee.name, replay },
          makePresentable(cause),
        ),
        cause,
      );
    }
    await requireNothingLate(consumer, errorTracker);
    if (path !== undefined) warn(`${consumer}: replayed ${path} of seed ${seed}: the handler passes.`);
    if (path === undefined) await oracle.requireSameAgain();
    if (path === undefined && played >= TELLING_RUNS && !oracle.showsWork) requireSomethingCompared(contracts, options);
    if (path === undefined) for (const line of downstream?.describeNeverSent() ?? []) warn(`${consumer}: ${line}`);
    const rest = budget.describeRest();
    if (rest !== undefined) warn(`${consumer}: ${rest}`);
    const ordering = tolerates.filter((kind) => kind === 'duplicates' || kind === 'reordering');
    if (path !== undefined || ordering.length === 0) return;
    const tied = new DeliveryArbitrary({
      ...common,
      tolerates: ordering,
      histories: historiesFor({ domain, preferredFieldIds, rule, dialect: { changeTimeTies: 'occur' } }),
    });
    const others = { seed, runs: Math.min(runs, OTHER_RUNS), hasTime: () => budget.hasTime };
    const underTies = await findFirstViolation(tied, oracle, { ...others, shrinking: OTHER_SHRINKING });
    if (underTies !== undefined) warn(`${consumer}: ${describeAmbiguity(ties, formatHeadline(underTies.violation))}`);
    for (const delivery of draw(() => deliveries, others)) {
      if (!budget.hasTime) break;
      const discrepancy = await oracle.compareSpellings(delivery);
      if (discrepancy === undefined) continue;
      warn(`${consumer}: ${describeAmbiguity(fractions, `another outcome (${formatDiscrepancy(discrepancy)})`)}`);
      break;
    }
  } finally {
    downstream?.end();
    errorTracker.hasReported = true;
    errorTracker.stop();
  }
}

/** @throws Error if the rule delivers nothing of many histories */
function drawFirst(
  deliveries: DeliveryArbitrary,
  seed: number,
  contracts: readonly [Contract, ...Contract[]],
): Delivery {
  const [first] = draw(() => deliveries, { seed, runs: 1 }) as [Delivery];
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

/** The number of deliveries after which every event kind has occurred. */
const TELLING_RUNS = 20;

/** @throws Error if what is observed depends on no event: every handler would pass */
function requireSomethingCompared(
  contracts: readonly [Contract, ...Contract[]],
  { observe }: Pick<ResolvedDeliveryOptions, 'observe'>,
): void {
  if (contracts.every(({ reads }) => reads.length === 0)) return;
  const [{ consumer }] = contracts;
  throw new Error(
    observe === undefined
      ? `${consumer}: nothing that you observe depends on any event: the handler calls no watched function with success. Does downstream watch what the handler calls? Does the handler return early, or not recognize the records?`
      : `${consumer}: nothing that you observe depends on any event: options.observe returns the same after each delivery as before any event. Does it show what the handler stores? Does the handler return early, or not recognize the records?`,
  );
}

function findCause({ failed, unseen }: GuaranteeViolation): unknown {
  if (unseen !== undefined) return unseen.cause;
  if (failed === undefined || failed.kind === 'wrong answer') return undefined;
  return failed.kind === 'given up' && failed.failure === undefined ? failed.caught : failed.failure?.error;
}
