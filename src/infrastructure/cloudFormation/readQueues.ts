import type { Queue } from '../model/infrastructure.ts';
import { readMember } from '../values/readMember.ts';
import { Unresolved } from '../values/resolved.ts';
import { settleFlag, settleNumber } from '../values/settle.ts';
import type { Resources } from './resources.ts';

/** The queues of a template. */
export function readQueues(resources: Resources): readonly Queue[] {
  return resources.list('AWS::SQS::Queue').map(({ id, properties }) => {
    const { FifoQueue, ContentBasedDeduplication, RedrivePolicy, VisibilityTimeout } = properties;
    const policy = RedrivePolicy instanceof Unresolved ? RedrivePolicy : readMember(RedrivePolicy, 'maxReceiveCount');
    return {
      id,
      isFifo: settleFlag(FifoQueue),
      deduplicates: settleFlag(ContentBasedDeduplication),
      ...(RedrivePolicy === undefined ? {} : { maxReceiveCount: settleNumber(policy) }),
      visibilityTimeout: settleNumber(VisibilityTimeout),
    };
  });
}
