import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import type { Grant } from '../model/infrastructure.ts';
import { locateCertain } from '../model/locate.ts';
import { readFunctionPermission } from '../model/readFunctionPermission.ts';
import { readStatements } from '../model/readStatements.ts';
import { Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import type { TerraformResource, TerraformResources } from './terraformResources.ts';

/** The permissions of functions, queues and topics in a plan. */
export function readTerraformGrants(resources: TerraformResources): readonly Grant[] {
  const readOwn = (kind: Grant['kind'], type: string): readonly Grant[] =>
    resources
      .list(type)
      .flatMap((one) => readPolicy({ id: one.id, kind, on: one.id, policy: one.get('policy') }, resources));
  const readAttached = (kind: Grant['kind'], type: string, argument: string): readonly Grant[] =>
    resources.list(type).flatMap((one) => {
      const on = one.get(argument);
      const address = locateCertain(on, resources.locate(on));
      return readPolicy({ id: one.id, kind, on: address, policy: one.get('policy') }, resources);
    });
  return [
    ...resources.list('aws_lambda_permission').flatMap((one) => readPermission(one, resources)),
    ...readAttached('queue', 'aws_sqs_queue_policy', 'queue_url'),
    ...readAttached('topic', 'aws_sns_topic_policy', 'arn'),
    ...readOwn('queue', 'aws_sqs_queue'),
    ...readOwn('topic', 'aws_sns_topic'),
  ];
}

function readPermission(permission: TerraformResource, resources: TerraformResources): readonly Grant[] {
  const on = permission.get('function_name');
  const read = readFunctionPermission(
    {
      principal: permission.get('principal'),
      sourceArn: permission.get('source_arn'),
      sourceAccount: permission.get('source_account'),
      action: permission.get('action'),
    },
    resources.locate,
  );
  if (read === undefined) return [];
  const qualifier = readText(permission.get('qualifier')) ?? resources.qualify(on);
  const address = locateCertain(on, resources.locate(on, 'lambda'));
  return [{ id: permission.id, kind: 'function', qualifier, on: address, ...read }];
}

/** A version or an alias, as far as it is known. */
function readText(value: Resolved): string | undefined {
  if (value instanceof Unresolved || value instanceof Reference) return value.text;
  return value === undefined || value === '' ? undefined : String(value);
}

/** A policy that Terraform does not know before it applies may permit everything: nothing is said about it. */
function readPolicy(
  { policy, ...grant }: Pick<Grant, 'id' | 'kind' | 'on'> & { readonly policy: Resolved },
  resources: TerraformResources,
): readonly Grant[] {
  if (policy === undefined) return [];
  const document = typeof policy === 'string' ? (parseIfJson(policy) as Resolved) : policy;
  return readStatements(document, (value) => resources.locate(value)).map((statement) => ({ ...grant, ...statement }));
}
