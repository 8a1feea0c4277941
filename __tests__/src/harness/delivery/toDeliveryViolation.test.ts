import { resolveDeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { makeDeliveries, prepareDeliveries } from '../../../../src/harness/delivery/deliveryRun.ts';
import { type FailingDelivery, findFirstViolation } from '../../../../src/harness/delivery/findFirstViolation.ts';
import { toDeliveryViolation } from '../../../../src/harness/delivery/toDeliveryViolation.ts';
import { UnhandledErrorTracker } from '../../../../src/harness/lambda/unhandledErrorTracker.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { all, contracts } from './correct.ts';

inEmptyDirectories();

const cut = 'Shrinking ended after 2 s: a shorter delivery may fail, too.';

test.each([
  ['says that a shorter delivery may fail, if time ended the shrinking', -1, true],
  ['says nothing of it otherwise', 60_000, false],
])('%s', async (_, shrinking, isCut) => {
  const handler = { name: 'handler', test: undefined, testFile: undefined } as never;
  const options = { ...resolveDeliveryOptions(all), tolerates: ['duplicates'] as const, handler };
  let count = 0;
  const counting = async () => void count++;
  const run = await prepareDeliveries(
    contracts as never,
    counting,
    { ...options, reset: () => (count = 0), observe: () => count },
    new UnhandledErrorTracker(),
  );
  const search = { seed: 0, runs: 100, shrinking };
  const found = (await findFirstViolation(makeDeliveries(run, ['duplicates']), run.oracle, search)) as FailingDelivery;
  expect(found.isCut).toBe(isCut);
  expect(toDeliveryViolation(run, found).message.includes(cut)).toBe(isCut);
});
