import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import type { Queue } from '../model/infrastructure.ts';
import { readRedrive } from '../model/readRedrive.ts';
import { getMember } from '../values/getMember.ts';
import { listUnfitNumbers } from '../values/listUnfitNumbers.ts';
import { Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import { settleFlag, settleNumber } from '../values/settle.ts';
import { readTerraformEncryption } from './readTerraformEncryption.ts';
import type { TerraformResources } from './terraformResources.ts';

/** The queues of a plan. */
export function readTerraformQueues(resources: TerraformResources): readonly Queue[] {
  return resources.list('aws_sqs_queue').map((queue) => {
    const attached = resources
      .list('aws_sqs_queue_redrive_policy')
      .find((one) => resources.locate(one.get('queue_url')) === queue.id);
    const place = attached === undefined ? queue.id : attached.id;
    const policy = attached?.get('redrive_policy') ?? queue.get('redrive_policy');
    const count = policy === undefined ? undefined : readCount(policy, `${place}.redrive_policy`);
    return {
      id: queue.id,
      isFifo: settleFlag(queue.get('fifo_queue')),
      deduplicates: settleFlag(queue.get('content_based_deduplication')),
      ...(policy === undefined ? {} : { maxReceiveCount: settleNumber(count) }),
      ...readRedrive(
        typeof policy === 'string' ? (parseIfJson(policy) as Resolved) : policy,
        queue.get('redrive_allow_policy'),
        resources.locate,
      ),
      unfit: listUnfitNumbers(queue.id, {
        visibilityTimeout: queue.get('visibility_timeout_seconds'),
        maxReceiveCount: count,
      }),
      visibilityTimeout: settleNumber(queue.get('visibility_timeout_seconds')),
      ...readTerraformEncryption(queue.get('kms_master_key_id'), resources),
    };
  });
}

/** A plan seldom knows the policy: it is a text with the ARN of another queue in it. */
function readCount(policy: Resolved, place: string): Resolved {
  if (policy instanceof Unresolved || policy instanceof Reference) {
    return new Unresolved(policy.text, [place], 'Terraform knows the redrive policy only when it has applied the plan');
  }
  const parsed = typeof policy === 'string' ? (parseIfJson(policy) as Resolved) : policy;
  return getMember(parsed, 'maxReceiveCount');
}
