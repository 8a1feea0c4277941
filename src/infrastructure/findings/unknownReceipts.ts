import { writeRemedy } from '../values/requireKnown.ts';
import { Unresolved } from '../values/resolved.ts';
import { cite, type RouteCheck } from './finding.ts';

/** A redrive policy whose number nobody knows: the transport keeps its own. */
export const unknownReceipts: RouteCheck = ({ mapping, queue }, { name }) => {
  const count = queue?.maxReceiveCount;
  if (mapping === undefined || queue === undefined || !(count instanceof Unresolved)) return undefined;
  return cite('deadLetters', {
    what: `The maxReceiveCount of the queue ${queue.id} is unknown: it depends on ${count.names.join(', ')}`,
    where: `${queue.id}.${name('RedrivePolicy')}`,
    why: `${count.because}. verifyDelivery delivers a failing message 5 times instead`,
    todo: writeRemedy(count.names),
  });
};
