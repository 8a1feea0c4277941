import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import type { Queue } from '../model/infrastructure.ts';
import { listKeyUsers } from '../model/listKeyUsers.ts';
import { Reference, type Resolved, Unresolved } from '../values/resolved.ts';
import type { TerraformResources } from './terraformResources.ts';

/** The key that encrypts a queue or a topic, if there is one. */
export function readTerraformEncryption(value: Resolved, resources: TerraformResources): Pick<Queue, 'key'> {
  if (value === undefined) return {};
  const id = value instanceof Reference ? value.resource : String(value instanceof Unresolved ? value.text : value);
  const found = resources
    .list('aws_kms_key')
    .find((key) => key.id === id || [key.get('arn'), key.get('key_id')].includes(value));
  const policy = found?.get('policy');
  const document = typeof policy === 'string' ? (parseIfJson(policy) as Resolved) : policy;
  return { key: { id: found?.id ?? id, services: listKeyUsers(id, document) } };
}
