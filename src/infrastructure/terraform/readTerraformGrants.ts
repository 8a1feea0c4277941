import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import type { Grant } from '../model/infrastructure.ts';
import { locateCertain } from '../model/locate.ts';
import { readStatements } from '../model/readStatements.ts';
import { Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import { settleText } from '../values/settle.ts';
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
    ...resources.list('aws_lambda_permission').map((one) => readPermission(one, resources)),
    ...readAttached('queue', 'aws_sqs_queue_policy', 'queue_url'),
    ...readAttached('topic', 'aws_sns_topic_policy', 'arn'),
    ...readOwn('queue', 'aws_sqs_queue'),
    ...readOwn('topic', 'aws_sns_topic'),
  ];
}

function readPermission(permission: TerraformResource, resources: TerraformResources): Grant {
  const service = settleText(permission.get('principal'));
  const [source, on] = [permission.get('source_arn'), permission.get('function_name')];
  return {
    id: permission.id,
    kind: 'function',
    effect: 'Allow',
    qualifier: readText(permission.get('qualifier')) ?? resources.qualify(on),
    on: locateCertain(on, resources.locate(on, 'lambda')),
    service: typeof service === 'string' ? service : undefined,
    ...(source === undefined ? {} : { sources: [resources.locate(source)] }),
  };
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
