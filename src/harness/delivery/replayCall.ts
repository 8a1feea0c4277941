import type { Replay } from '../failure/contractViolation.ts';
import { type ResolvedDeliveryOptions, tolerated } from './deliveryOptions.ts';

/**
 * The call that plays a delivery again. It names each option that affects the delivery and differs from its default:
 * with other options the same path is another delivery, which may pass.
 * @param handler the handler as a test writes it
 */
export function replayCall(
  { seed, path }: Replay,
  { tolerates, concurrency, downstream }: Pick<ResolvedDeliveryOptions, 'tolerates' | 'concurrency' | 'downstream'>,
  handler: string,
): string {
  const options = [
    '…',
    ...(String(tolerates) === String(tolerated)
      ? []
      : [`tolerates: [${tolerates.map((kind) => `'${kind}'`).join(', ')}]`]),
    ...(concurrency === 1 ? [] : [`concurrency: ${concurrency}`]),
    ...(downstream === undefined ? [] : ['downstream: …']),
    `seed: ${seed}`,
    `path: '${path}'`,
  ];
  return `verifyDelivery(contracts, ${handler}, { ${options.join(', ')} })`;
}
