import type { Queue } from '../model/infrastructure.ts';
import { findInvokeConfig } from '../route/findInvokeConfig.ts';
import { cite, REPLACE_SUBSCRIPTION, type RouteCheck, type TemplateFinding } from './finding.ts';

/** Nothing keeps the events on which the function fails to the end. */
export const noDeadLetters: RouteCheck = (route, { infrastructure, name }): TemplateFinding | undefined => {
  const { mapping, queue, deliveryStream } = route;
  if (deliveryStream !== undefined) return undefined;
  const what = (id: string): string => `${id} has no dead-letter queue`;
  if (mapping === undefined) {
    const invoked = infrastructure.functions.find(({ id }) => id === route.function);
    const config = findInvokeConfig(route, invoked);
    if (invoked === undefined || invoked.keepsFailures || config?.keepsFailures === true) return undefined;
    return cite('retries', {
      what: what(`The function ${invoked.id}`),
      where: `${invoked.id}.${name('DeadLetterConfig')}`,
      why: 'An event on which the function fails to the end is lost',
      todo: `Add ${name('DeadLetterConfig')}, or a destination for failures`,
    });
  }
  if (mapping.isOfStream) {
    if (mapping.keepsFailures) return undefined;
    return cite('streamRetries', {
      what: `The event source mapping ${mapping.id} has no destination for failures, such as a dead-letter queue`,
      where: `${mapping.id}.${name('DestinationConfig')}`,
      why: 'A failing batch holds up its shard until its records expire, and is then lost',
      todo: `Add ${name('MaximumRetryAttempts')} and ${name('DestinationConfig')} with an on-failure destination`,
    });
  }
  if (queue === undefined || 'maxReceiveCount' in queue) return undefined;
  return cite('retention', {
    what: what(`The queue ${queue.id}`),
    where: `${queue.id}.${name('RedrivePolicy')}`,
    why: 'A message on which the function fails comes again for days, and is then lost',
    todo: queue.isMadeBySam
      ? REPLACE_SUBSCRIPTION
      : `Add ${name('RedrivePolicy')} with deadLetterTargetArn and maxReceiveCount`,
  });
};

/** A dead-letter queue that AWS refuses. */
export const unfitDeadLetters: RouteCheck = ({ queue }, { infrastructure, name }) => {
  if (queue?.deadLetters === undefined) return undefined;
  const { id, deadLetters, deadLettersFault } = queue;
  const target = infrastructure.queues.find((one) => one.id === deadLetters);
  const fault = deadLettersFault ?? (target && describeUnfit(queue, target));
  if (fault === undefined) return undefined;
  return cite('deadLetterKind', {
    what: `The dead-letter queue ${deadLetters} of the queue ${id} is refused: ${fault}`,
    where: `${id}.${name('RedrivePolicy')}`,
    why: 'A message on which the function fails to the end is not kept',
    todo: 'Name another queue, or correct this one',
  });
};

function describeUnfit(queue: Queue, { id, isFifo = false, refusesRedrive }: Queue): string | undefined {
  if (refusesRedrive) return `the redrive allow policy of ${id} denies all`;
  const own = queue.isFifo ?? false;
  if (typeof own !== 'boolean' || typeof isFifo !== 'boolean' || own === isFifo) return undefined;
  return `it is ${isFifo ? 'a FIFO queue' : 'a standard queue'}, and ${queue.id} is ${own ? 'a FIFO queue' : 'a standard queue'}`;
}
