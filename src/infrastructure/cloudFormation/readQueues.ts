import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import type { Queue } from '../model/infrastructure.ts';
import { readRedrive } from '../model/readRedrive.ts';
import { getMember } from '../values/getMember.ts';
import { listUnfitNumbers } from '../values/listUnfitNumbers.ts';
import { isObject, type Resolved, Unresolved } from '../values/resolved.ts';
import { settleFlag, settleNumber } from '../values/settle.ts';
import { readEncryption } from './readEncryption.ts';
import type { Resources } from './resources.ts';

/** The queues of a template. */
export function readQueues(resources: Resources): readonly Queue[] {
  return resources.list('AWS::SQS::Queue').map(({ id, properties, members }) => {
    const { FifoQueue, ContentBasedDeduplication, RedrivePolicy, VisibilityTimeout, KmsMasterKeyId } = properties;
    const policy = typeof RedrivePolicy === 'string' ? (parseIfJson(RedrivePolicy) as Resolved) : RedrivePolicy;
    const count = policy instanceof Unresolved ? policy : getMember(policy, 'maxReceiveCount');
    return {
      id,
      isFifo: settleFlag(FifoQueue),
      deduplicates: settleFlag(ContentBasedDeduplication),
      ...(isWhole(policy) ? { maxReceiveCount: settleNumber(count) } : {}),
      ...readRedrive(policy, properties.RedriveAllowPolicy, resources.locate),
      isMadeBySam: members.MadeBySam === true,
      visibilityTimeout: settleNumber(VisibilityTimeout),
      unfit: listUnfitNumbers(id, { visibilityTimeout: VisibilityTimeout, maxReceiveCount: count }),
      ...readEncryption(KmsMasterKeyId, resources),
    };
  });
}

/** Whether a redrive policy has what AWS asks for: without one of them it counts as none. */
function isWhole(policy: Resolved): boolean {
  if (!isObject(policy)) return policy !== undefined;
  return getMember(policy, 'deadLetterTargetArn') !== undefined && getMember(policy, 'maxReceiveCount') !== undefined;
}
