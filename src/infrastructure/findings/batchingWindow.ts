import { cite, type RouteCheck } from './finding.ts';

/** The largest batch of a queue that needs no batching window. */
const LARGEST = 10;

/** A large batch of a queue without time to gather it. */
export const batchingWindow: RouteCheck = ({ mapping }, { name }) => {
  if (mapping === undefined || mapping.isOfStream) return undefined;
  const { id, batchSize, batchingWindow: seconds = 0 } = mapping;
  if (typeof batchSize !== 'number' || batchSize <= LARGEST || seconds !== 0) return undefined;
  const property = name('MaximumBatchingWindowInSeconds');
  return cite('batchingWindow', {
    what: `The event source mapping ${id} has a ${name('BatchSize')} of ${batchSize} and no batching window`,
    where: `${id}.${property}`,
    why: `AWS refuses a mapping with more than ${LARGEST} messages and no batching window`,
    todo: `Set ${property} to at least 1`,
  });
};
