import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { contracts } from './correct.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

/** Keeps the ids of cases in the order in which they come. */
const kept = new Set<string>();
const handler = ({ detail }: Any): void => {
  const { caseId } = detail?.case ?? detail?.relatedItem ?? {};
  if (typeof caseId === 'string') kept.add(caseId);
};

const options: DeliveryOptions = {
  reset: () => kept.clear(),
  observe: () => [...kept],
  tolerates: ['reordering'],
};

test('an outcome that differs only in its order says to sort it in observe', async () => {
  const { message } = await rejection(verifyDelivery(contracts, handler, options));
  expect(message).toContain(
    ' received\n  observe() shows the same values in another order: sort them in observe if their order means nothing\n',
  );
});

test('sorted, it is the same', async () => {
  await verifyDelivery(contracts, handler, { ...options, observe: () => [...kept].sort() });
});
