import { cite, type RouteCheck } from './finding.ts';

/** Two mappings read one queue. */
export const sharedQueue: RouteCheck = ({ mapping, queue }, { infrastructure, name }) => {
  if (mapping === undefined || mapping.isOfStream) return undefined;
  const others = infrastructure.mappings.filter(({ source, id }) => source === mapping.source && id !== mapping.id);
  if (others.length === 0) return undefined;
  const readers = [mapping, ...others].map(({ id, function: end }) => `${id} (${end})`);
  return cite('oneReader', {
    what: `${readers.length} event source mappings read the queue ${queue?.id ?? mapping.source}: ${readers.join(', ')}`,
    where: `${mapping.id}.${name('EventSourceArn')}`,
    why: `${mapping.function} gets only some of the events`,
    todo: 'Give each function a queue of its own, as targets of the rule or subscriptions of a topic',
  });
};
