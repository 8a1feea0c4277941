import type { Members } from '../../../model/values/members.ts';
import type { AbsentResource, Infrastructure } from '../model/infrastructure.ts';
import { type Located, locate, readQualifier } from '../model/locate.ts';
import { type StackPlace, writeArn } from '../model/writeArn.ts';
import { getMember } from '../values/getMember.ts';
import { writeText } from '../values/joinText.ts';
import { requireAllowedValues } from '../values/requireAllowedValues.ts';
import { isObject, type Resolved, type ResolvedObject, Unresolved } from '../values/resolved.ts';
import { settleFlag, settleText } from '../values/settle.ts';
import { listMisspelt } from './listMisspelt.ts';
import { listMacros, listUnread } from './listUnread.ts';
import { listWrongReferences } from './listWrongReferences.ts';
import { readEncryption } from './readEncryption.ts';
import { readFunctions } from './readFunctions.ts';
import { readGrants } from './readGrants.ts';
import { readMappings } from './readMappings.ts';
import { readQueues } from './readQueues.ts';
import { readRules } from './readRules.ts';
import { readDeliveryStreams, readSubscriptions } from './readTopics.ts';
import { Resolver } from './resolver.ts';
import type { Resource, Resources, SamEvent } from './resources.ts';
import { openStacks, type Stack, type WrittenStack } from './stacks.ts';

/** What CloudFormation templates say together; resources whose condition is known to fail do not exist. */
export function readCloudFormation(written: readonly WrittenStack[], parameters: Members): Infrastructure {
  for (const { sections } of written) requireAllowedValues(sections.Parameters ?? {}, parameters);
  const stacks = openStacks(written, parameters);
  const resources = listResources(stacks);
  Resolver.requireUsed(
    stacks.map(({ resolver }) => resolver),
    parameters,
  );
  return {
    language: 'CloudFormation',
    rules: readRules(resources),
    functions: readFunctions(resources),
    queues: readQueues(resources),
    topics: resources.list('AWS::SNS::Topic').map(({ id, properties }) => ({
      id,
      isFifo: settleFlag(properties.FifoTopic),
      ...readEncryption(properties.KmsMasterKeyId, resources),
    })),
    subscriptions: readSubscriptions(resources),
    mappings: readMappings(resources),
    deliveryStreams: readDeliveryStreams(resources),
    grants: readGrants(resources),
    misspelt: listMisspelt(resources),
    wrongReferences: listWrongReferences(resources),
    pipes: resources.list('AWS::Pipes::Pipe').map(({ id, properties: { Source, Target } }) => ({
      id,
      source: resources.locate(Source),
      target: resources.locate(Target),
    })),
    texts: resources.texts,
    absent: stacks.flatMap(listAbsent),
    unread: listUnread(stacks, resources),
    macros: stacks.flatMap(listMacros),
    undecided: new Map(
      resources.listAll().flatMap(({ id, exists }) => (exists instanceof Unresolved ? [[id, exists]] : [])),
    ),
  };
}

function listAbsent({ sections, resolver, rename }: Stack): readonly AbsentResource[] {
  return Object.entries(sections.Resources).flatMap(([id, { Type, Condition }]) =>
    Condition !== undefined && resolver.decide({ Condition }) === false
      ? [{ id: rename(id), type: String(Type), condition: String(Condition) }]
      : [],
  );
}

function listResources(stacks: readonly Stack[]): Resources {
  const opened = stacks.map((stack) => ({ stack, resources: listOwn(stack) }));
  const kept = opened.flatMap(({ resources }) => resources);
  const located = kept.flatMap(toLocated);
  return {
    texts: new Map(opened.flatMap(({ stack, resources }) => listStackTexts(stack, resources))),
    listAll: () => kept,
    list: (...types) => kept.filter(({ type }) => types.includes(type)),
    locate: (value, service) => locate(value, located, service),
    qualify: (value) => readQualifier(value, located),
  };
}

/** The resources of a stack whose condition is not known to fail. */
function listOwn({ sections, resolver, rename, file }: Stack): readonly Resource[] {
  return Object.entries(sections.Resources).flatMap(
    ([logicalId, { Type, Properties, Condition, Metadata, ...others }]): Resource[] => {
      const exists = Condition === undefined || resolver.decide({ Condition });
      if (exists === false) return [];
      const id = rename(logicalId);
      const properties = resolver.resolve(Properties ?? {});
      const path = (Metadata as ResolvedObject | undefined)?.['aws:cdk:path'];
      return [
        {
          id,
          logicalId,
          file,
          type: String(Type),
          properties: isObject(properties) ? properties : {},
          members: others as ResolvedObject,
          events: isObject(properties) ? listEvents(properties.Events) : [],
          path: typeof path === 'string' ? path : undefined,
          exists: typeof exists === 'string' ? new Unresolved(id, [String(Condition)], exists) : true,
        },
      ];
    },
  );
}

function listEvents(events: Resolved): readonly SamEvent[] {
  if (!isObject(events)) return [];
  return Object.entries(events).map(([name, event]) => ({
    name,
    type: String(getMember(event, 'Type')),
    properties: getMember(event, 'Properties'),
  }));
}

function listStackTexts({ resolver }: Stack, resources: readonly Resource[]): readonly (readonly [string, string])[] {
  const [region, account, stack] = ['AWS::Region', 'AWS::AccountId', 'AWS::StackName'].map((name) =>
    writeText(resolver.refer(name)),
  ) as [string, string, string];
  return resources.flatMap((resource) => listTexts(resource, { region, account, stack }));
}

/** The property with the resource for which one of another type stands. */
const standing: Readonly<Record<string, readonly [service: string, property: string]>> = {
  'AWS::Lambda::Alias': ['lambda', 'FunctionName'],
  'AWS::Lambda::Version': ['lambda', 'FunctionName'],
  'AWS::Kinesis::StreamConsumer': ['kinesis', 'StreamARN'],
};

/** The service and the property with the name of each type of resource that a route may lead through. */
const named: Readonly<Record<string, readonly [service: string, property: string]>> = {
  'AWS::Lambda::Function': ['lambda', 'FunctionName'],
  'AWS::SQS::Queue': ['sqs', 'QueueName'],
  'AWS::SNS::Topic': ['sns', 'TopicName'],
  'AWS::Kinesis::Stream': ['kinesis', 'Name'],
  'AWS::KinesisFirehose::DeliveryStream': ['firehose', 'DeliveryStreamName'],
  'AWS::Events::Rule': ['events', 'Name'],
  'AWS::Events::EventBus': ['event-bus', 'Name'],
};

function toLocated({ id, type, properties }: Resource): Located[] {
  const stands = standing[type];
  if (stands !== undefined) {
    const alias = type === 'AWS::Lambda::Alias' ? settleText(properties.Name) : undefined;
    const qualifier = typeof alias === 'string' ? alias : undefined;
    return [{ id, service: stands[0], name: undefined, standsFor: properties[stands[1]], qualifier }];
  }
  const [service, property = ''] = named[type] ?? [];
  if (service === undefined) return [];
  const name = properties[property];
  return [{ id, service, name: name === undefined ? undefined : writeText(name) }];
}

/** What references to a resource mean. Without a name AWS makes one of the stack, the id and a random end. */
function listTexts(
  { id, logicalId, type, properties }: Resource,
  { stack, ...place }: StackPlace & { readonly stack: string },
): readonly (readonly [string, string])[] {
  const [service, property = ''] = named[type] ?? [];
  if (service === undefined) return [];
  const given = properties[property];
  const name = given === undefined ? `${stack}-${logicalId}-\${${id}.suffix}` : writeText(given);
  const { EventBusName: bus } = properties;
  const arn = writeArn(service, name, place, bus);
  const own: Readonly<Record<string, string | undefined>> = {
    sqs: `https://sqs.${place.region}.amazonaws.com/${place.account}/${name}`,
    sns: arn,
    // Nobody says what it is for a rule on another bus.
    events: bus === undefined ? name : undefined,
  };
  const ref = service in own ? own[service] : name;
  return [
    [`${id}.Arn`, arn],
    [`${id}.${property}`, name],
    ...(service === 'sns' ? ([[`${id}.TopicArn`, arn]] as const) : []),
    ...(ref === undefined ? [] : ([[id, ref]] as const)),
  ];
}
