import { isElsewhere } from '../../../model/values/callerStack.ts';
import type { ReadError } from './readError.ts';

/**
 * The first frame of an error in the consumer's own code: not in Node, in installed packages, or in a linked copy of
 * this package.
 */
export function findConsumerFrame({ frames }: Pick<ReadError, 'frames'>): string | undefined {
  return frames.find(
    (frame) => isElsewhere(frame) && !/[\\/]node_modules[\\/]/.test(frame) && /:\d+:\d+\)?$/.test(frame),
  );
}
