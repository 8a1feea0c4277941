import type { EncryptionKey, Queue } from '../model/infrastructure.ts';
import { listKeyUsers } from '../model/listKeyUsers.ts';
import { Reference, type Resolved } from '../values/resolved.ts';
import type { Resources } from './resources.ts';

/** The key that encrypts a queue or a topic, if there is one. */
export function readEncryption(value: Resolved, resources: Resources): Pick<Queue, 'key'> {
  return value === undefined || value === '' ? {} : { key: readKey(value, resources) };
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
