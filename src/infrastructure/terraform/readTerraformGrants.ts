import type { Grant } from '../model/infrastructure.ts';
import { readStatements } from '../model/readStatements.ts';
import { parseIfJson } from '../values/parseIfJson.ts';
import type { Resolved } from '../values/resolved.ts';
import { settleText } from '../values/settle.ts';
import type { TerraformResource, TerraformResources } from './terraformResources.ts';

/** The permissions of functions, queues and topics in a plan. */
export function readTerraformGrants(resources: TerraformResources): readonly Grant[] {
  const ofResource = (resource: TerraformResource): readonly Grant[] =>
    readPolicy(resource, resource.id, resource.get('policy'), resources);
  return [
    ...resources.list('aws_lambda_permission').map((one) => readPermission(one, resources)),
    ...resources
      .list('aws_sqs_queue_policy')
      .flatMap((one) => readPolicy(one, resources.locate(one.get('queue_url')), one.get('policy'), resources)),
    ...resources
      .list('aws_sns_topic_policy')
      .flatMap((one) => readPolicy(one, resources.locate(one.get('arn')), one.get('policy'), resources)),
    ...resources.list('aws_sqs_queue', 'aws_sns_topic').flatMap(ofResource),
  ];
}

function readPermission(permission: TerraformResource, resources: TerraformResources): Grant {
  const service = settleText(permission.get('principal'));
  const source = permission.get('source_arn');
  return {
    id: permission.id,
    on: resources.locate(permission.get('function_name'), 'lambda'),
    service: typeof service === 'string' ? service : undefined,
    ...(source === undefined ? {} : { sources: [resources.locate(source)] }),
  };
}

/** A policy that Terraform does not know before it applies may permit everything: nothing is said about it. */
function readPolicy(
  { id }: TerraformResource,
  on: string,
  policy: Resolved,
  resources: TerraformResources,
): readonly Grant[] {
  if (policy === undefined) return [];
  const document = typeof policy === 'string' ? (parseIfJson(policy) as Resolved) : policy;
  return readStatements(document, (value) => resources.locate(value)).map((statement) => ({ id, on, ...statement }));
}
