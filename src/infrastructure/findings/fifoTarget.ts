import { cite, type RouteCheck } from './finding.ts';

/** A FIFO queue as a target without message group. */
export const fifoWithoutGroup: RouteCheck = ({ target, queue, subscription }, { name }) => {
  if (queue?.isFifo !== true || subscription !== undefined || target.messageGroupId !== undefined) return undefined;
  const property = name('SqsParameters.MessageGroupId');
  return cite('fifoTarget', {
    what: `The target ${target.where} has no message group, and ${queue.id} is a FIFO queue`,
    where: `${target.where}.${property}`,
    why: 'EventBridge cannot send to the queue',
    todo: `Add ${property}`,
  });
};

/** A FIFO queue as a target that does not deduplicate by content. */
export const fifoWithoutDeduplication: RouteCheck = ({ queue, subscription }, { name }) => {
  if (queue?.isFifo !== true || subscription !== undefined) return undefined;
  if (queue.deduplicates !== undefined && queue.deduplicates !== false) return undefined;
  const property = name('ContentBasedDeduplication');
  return cite('fifoTarget', {
    what: `The FIFO queue ${queue.id} does not deduplicate by content`,
    where: `${queue.id}.${property}`,
    why: 'EventBridge gives no deduplication id, so it cannot send to the queue',
    todo: `Set ${property} to true`,
  });
};
