import { cite, type RouteCheck } from './finding.ts';

/** A queue that another stack defines, of which the template says nothing. */
export const foreignQueue: RouteCheck = ({ mapping, queue }) => {
  if (mapping === undefined || mapping.isOfStream || queue !== undefined) return undefined;
  return cite('deadLetters', {
    what: `The queue ${mapping.source} is not in the template`,
    where: mapping.id,
    why: 'Its policy, its visibility timeout and its dead-letter queue are unknown. verifyDelivery delivers a failing message 5 times',
    todo: 'Check them where the queue is defined',
  });
};
