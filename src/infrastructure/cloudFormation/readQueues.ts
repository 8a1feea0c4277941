import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import type { EncryptionKey, Queue } from '../model/infrastructure.ts';
import { listKeyUsers } from '../model/listKeyUsers.ts';
import { getMember } from '../values/getMember.ts';
import { listUnfitNumbers } from '../values/listUnfitNumbers.ts';
import { Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import { settleFlag, settleNumber } from '../values/settle.ts';
import type { Resources } from './resources.ts';

/** The queues of a template. */
export function readQueues(resources: Resources): readonly Queue[] {
  return resources.list('AWS::SQS::Queue').map(({ id, properties }) => {
    const { FifoQueue, ContentBasedDeduplication, RedrivePolicy, VisibilityTimeout, KmsMasterKeyId } = properties;
    const policy = typeof RedrivePolicy === 'string' ? (parseIfJson(RedrivePolicy) as Resolved) : RedrivePolicy;
    const count = policy instanceof Unresolved ? policy : getMember(policy, 'maxReceiveCount');
    return {
      id,
      isFifo: settleFlag(FifoQueue),
      deduplicates: settleFlag(ContentBasedDeduplication),
      ...(RedrivePolicy === undefined ? {} : { maxReceiveCount: settleNumber(count) }),
      visibilityTimeout: settleNumber(VisibilityTimeout),
      unfit: listUnfitNumbers(id, { visibilityTimeout: VisibilityTimeout, maxReceiveCount: count }),
      ...(KmsMasterKeyId === undefined ? {} : { key: readKey(KmsMasterKeyId, resources) }),
    };
  });
}

function readKey(value: Resolved, resources: Resources): EncryptionKey {
  const alias = resources
    .list('AWS::KMS::Alias')
    .find(({ id, properties }) =>
      value instanceof Reference ? value.resource === id : properties.AliasName === value,
    );
  const target = alias === undefined ? value : alias.properties.TargetKeyId;
  const id = target instanceof Reference ? target.resource : resources.locate(target);
  const found = resources.list('AWS::KMS::Key').find((key) => key.id === id);
  return { id, services: listKeyUsers(id, found?.properties.KeyPolicy) };
}
