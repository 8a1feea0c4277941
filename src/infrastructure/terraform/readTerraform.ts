import type { Members } from '../../../model/values/members.ts';
import type { Infrastructure } from '../model/infrastructure.ts';
import { settleFlag } from '../values/settle.ts';
import { listWrongTerraformReferences } from './listWrongTerraformReferences.ts';
import type { TerraformPlan } from './plan.ts';
import { readTerraformEncryption } from './readTerraformEncryption.ts';
import { readTerraformFunctions } from './readTerraformFunctions.ts';
import { readTerraformGrants } from './readTerraformGrants.ts';
import { readTerraformMappings } from './readTerraformMappings.ts';
import { readTerraformQueues } from './readTerraformQueues.ts';
import { readTerraformRules } from './readTerraformRules.ts';
import { readTerraformDeliveryStreams, readTerraformSubscriptions } from './readTerraformTopics.ts';
import { openPlan } from './terraformResources.ts';

/** What `terraform show -json` says, of a plan or of a state. */
export function readTerraform(plan: TerraformPlan, parameters: Members): Infrastructure {
  const resources = openPlan(plan, parameters);
  const infrastructure: Infrastructure = {
    language: 'Terraform',
    rules: readTerraformRules(resources),
    functions: readTerraformFunctions(resources),
    queues: readTerraformQueues(resources),
    topics: resources.list('aws_sns_topic').map((topic) => ({
      id: topic.id,
      isFifo: settleFlag(topic.get('fifo_topic')),
      ...readTerraformEncryption(topic.get('kms_master_key_id'), resources),
    })),
    subscriptions: readTerraformSubscriptions(resources),
    mappings: readTerraformMappings(resources),
    deliveryStreams: readTerraformDeliveryStreams(resources),
    grants: readTerraformGrants(resources),
    // Terraform itself refuses a plan with an unknown argument.
    misspelt: [],
    wrongReferences: listWrongTerraformReferences(resources),
    pipes: resources.list('aws_pipes_pipe').map((pipe) => ({
      id: pipe.id,
      source: resources.locate(pipe.get('source')),
      target: resources.locate(pipe.get('target')),
    })),
    texts: resources.texts,
    absent: [],
    unread: [],
    macros: [],
    undecided: new Map(),
  };
  resources.requireUsed();
  return infrastructure;
}
