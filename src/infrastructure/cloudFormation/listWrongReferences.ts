import type { WrongReference } from '../model/infrastructure.ts';
import { getMember } from '../values/getMember.ts';
import { isList, Reference, type Resolved } from '../values/resolved.ts';
import type { Resource, Resources } from './resources.ts';

/** The types whose `Ref` is no ARN. */
const refs: Readonly<Record<string, WrongReference['gives']>> = {
  'AWS::SQS::Queue': 'URL',
  'AWS::Lambda::Function': 'name',
  'AWS::Kinesis::Stream': 'name',
  'AWS::KinesisFirehose::DeliveryStream': 'name',
  'AWS::Events::EventBus': 'name',
};

/** References by `Ref` on a way, where AWS takes only an ARN. */
export function listWrongReferences(resources: Resources): readonly WrongReference[] {
  const all = resources.listAll();
  const types = new Map(all.map(({ id, type }) => [id, type]));
  return all.flatMap((resource) =>
    listArns(resource).flatMap(([place, value]) => {
      if (!(value instanceof Reference)) return [];
      const { resource: to, attribute } = value;
      const gives = attribute === 'Ref' ? refs[types.get(to) ?? ''] : nameAttribute(attribute);
      return gives === undefined ? [] : [{ on: resource.id, where: `${resource.id}.${place}`, to, attribute, gives }];
    }),
  );
}

function nameAttribute(attribute: string): WrongReference['gives'] | undefined {
  return attribute === 'QueueUrl' ? 'URL' : /^(Queue|Topic)Name$/.test(attribute) ? 'name' : undefined;
}

/** The ARNs on a way that a resource names, with their places. */
function listArns({ type, properties }: Resource): readonly (readonly [string, Resolved])[] {
  switch (type) {
    case 'AWS::Events::Rule':
      return toList(properties.Targets).map((target, index) => [`Targets[${index}].Arn`, getMember(target, 'Arn')]);
    case 'AWS::Lambda::EventSourceMapping':
      return [['EventSourceArn', properties.EventSourceArn]];
    case 'AWS::SNS::Subscription':
      return [
        ['TopicArn', properties.TopicArn],
        ['Endpoint', properties.Endpoint],
      ];
    case 'AWS::SNS::Topic':
      return toList(properties.Subscription).map((one, index) => [
        `Subscription[${index}].Endpoint`,
        getMember(one, 'Endpoint'),
      ]);
    default:
      return [];
  }
}

function toList(value: Resolved): readonly Resolved[] {
  return isList(value) ? value : [];
}
