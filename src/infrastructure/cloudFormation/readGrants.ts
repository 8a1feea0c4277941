import type { Grant } from '../model/infrastructure.ts';
import { locateCertain } from '../model/locate.ts';
import { readStatements } from '../model/readStatements.ts';
import { isList, type Resolved } from '../values/resolved.ts';
import { settleText } from '../values/settle.ts';
import type { Resource, Resources } from './resources.ts';

/** The permissions of functions, queues and topics in a template. */
export function readGrants(resources: Resources): readonly Grant[] {
  return [
    ...resources.list('AWS::Lambda::Permission').map((one) => readPermission(one, resources)),
    ...resources
      .list('AWS::SQS::QueuePolicy')
      .flatMap((one) => readPolicy(one, 'queue', one.properties.Queues, resources)),
    ...resources
      .list('AWS::SNS::TopicPolicy')
      .flatMap((one) => readPolicy(one, 'topic', one.properties.Topics, resources)),
    ...resources
      .list('AWS::SQS::QueueInlinePolicy')
      .flatMap((one) => readPolicy(one, 'queue', [one.properties.Queue], resources)),
    ...resources
      .list('AWS::SNS::TopicInlinePolicy')
      .flatMap((one) => readPolicy(one, 'topic', [one.properties.TopicArn], resources)),
  ];
}

function readPermission({ id, properties }: Resource, resources: Resources): Grant {
  const { FunctionName, Principal, SourceArn } = properties;
  const service = settleText(Principal);
  return {
    id,
    kind: 'function',
    effect: 'Allow',
    qualifier: resources.qualify(FunctionName),
    on: locateCertain(FunctionName, resources.locate(FunctionName, 'lambda')),
    service: typeof service === 'string' ? service : undefined,
    ...(SourceArn === undefined ? {} : { sources: [resources.locate(SourceArn)] }),
  };
}

function readPolicy(
  { id, properties }: Resource,
  kind: Grant['kind'],
  on: Resolved,
  resources: Resources,
): readonly Grant[] {
  const statements = readStatements(properties.PolicyDocument, (value) => resources.locate(value));
  return (isList(on) ? on : []).flatMap((one) => {
    const address = locateCertain(one, resources.locate(one));
    return statements.map((statement) => ({ id, kind, on: address, ...statement }));
  });
}
