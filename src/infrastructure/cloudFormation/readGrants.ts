import type { Grant } from '../model/infrastructure.ts';
import { locateCertain } from '../model/locate.ts';
import { readFunctionPermission } from '../model/readFunctionPermission.ts';
import { readStatements } from '../model/readStatements.ts';
import { isList, type Resolved, Unresolved } from '../values/resolved.ts';
import type { Resource, Resources } from './resources.ts';

/** The permissions of functions, queues and topics in a template. */
export function readGrants(resources: Resources): readonly Grant[] {
  return [
    ...resources.list('AWS::Lambda::Permission').flatMap((one) => readPermission(one, resources)),
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

function readPermission({ id, properties, exists }: Resource, resources: Resources): readonly Grant[] {
  const { FunctionName, Principal, SourceArn, SourceAccount, Action } = properties;
  const permission = readFunctionPermission(
    { principal: Principal, sourceArn: SourceArn, sourceAccount: SourceAccount, action: Action },
    resources.locate,
  );
  if (permission === undefined) return [];
  const on = locateCertain(FunctionName, resources.locate(FunctionName, 'lambda'));
  return [
    withCondition({ id, kind: 'function', qualifier: resources.qualify(FunctionName), on, ...permission }, exists),
  ];
}

/** A resource that may not exist permits nothing for sure. */
function withCondition(grant: Grant, exists: Resource['exists']): Grant {
  return exists === true ? grant : { ...grant, isOpen: true, names: [...grant.names, ...exists.names] };
}

function readPolicy(
  { id, properties, exists }: Resource,
  kind: Grant['kind'],
  on: Resolved,
  resources: Resources,
): readonly Grant[] {
  const statements = readStatements(properties.PolicyDocument, (value) => resources.locate(value));
  return (on === undefined ? [] : isList(on) ? on : [on]).flatMap((one) => {
    const address = locateCertain(one, resources.locate(one));
    const names = address === undefined && one instanceof Unresolved ? one.names : [];
    return statements.map((statement) =>
      withCondition({ id, kind, on: address, ...statement, names: [...statement.names, ...names] }, exists),
    );
  });
}
