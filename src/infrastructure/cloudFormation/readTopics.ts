import type { DeliveryStream, Subscription } from '../model/infrastructure.ts';
import { readFilterPolicy } from '../model/readFilterPolicy.ts';
import { getMember } from '../values/getMember.ts';
import { requireList } from '../values/requireList.ts';
import { isList, type Resolved, type ResolvedList, type ResolvedObject, Unresolved } from '../values/resolved.ts';
import { settleFlag, settleText } from '../values/settle.ts';
import type { Resource, Resources } from './resources.ts';

/** The subscriptions of a template, in resources of their own or within a topic. */
export function readSubscriptions(resources: Resources): readonly Subscription[] {
  const within = resources.list('AWS::SNS::Topic').flatMap(({ id, properties }) =>
    listKnown(requireList(`${id}.Subscription`, properties.Subscription)).map((one, index) => ({
      id: `${id}.Subscription[${index}]`,
      topic: id,
      endpoint: resources.locate(getMember(one, 'Endpoint')),
      qualifier: resources.qualify(getMember(one, 'Endpoint')),
      isRaw: false,
      filterScope: undefined,
    })),
  );
  return [...resources.list('AWS::SNS::Subscription').map((one) => readSubscription(one, resources)), ...within];
}

/** Of an unknown list nobody knows the items. */
function listKnown(items: ResolvedList | Unresolved): ResolvedList {
  return items instanceof Unresolved ? [] : items;
}

function readSubscription({ id, properties }: Resource, resources: Resources): Subscription {
  const { TopicArn, Endpoint, RawMessageDelivery, FilterPolicy, FilterPolicyScope } = properties;
  return {
    id,
    topic: resources.locate(TopicArn),
    endpoint: resources.locate(Endpoint),
    qualifier: resources.qualify(Endpoint),
    isRaw: settleFlag(RawMessageDelivery),
    ...readFilterPolicy(FilterPolicy),
    filterScope: settleText(FilterPolicyScope),
  };
}

/** The delivery streams of a template, with the functions that transform their records. */
export function readDeliveryStreams(resources: Resources): readonly DeliveryStream[] {
  return resources.list('AWS::KinesisFirehose::DeliveryStream').map(({ id, properties }) => {
    const source = getMember(properties.KinesisStreamSourceConfiguration, 'KinesisStreamARN');
    return {
      id,
      transforms: listProcessors(properties).map((arn) => resources.locate(arn)),
      isEnabled: settleFlag(getMember(listProcessing(properties)[0], 'Enabled')),
      ...(source === undefined ? {} : { source: resources.locate(source) }),
    };
  });
}

/** The functions of a delivery stream, whatever destination it has. */
function listProcessors(properties: ResolvedObject): readonly Resolved[] {
  const processors = listProcessing(properties).flatMap((processing) => {
    const configured = getMember(processing, 'Processors');
    return isList(configured) ? configured : [];
  });
  return processors.flatMap((processor) => {
    const parameters = getMember(processor, 'Parameters');
    return (isList(parameters) ? parameters : [])
      .filter((parameter) => getMember(parameter, 'ParameterName') === 'LambdaArn')
      .map((parameter) => getMember(parameter, 'ParameterValue'));
  });
}

function listProcessing(properties: ResolvedObject): readonly Resolved[] {
  return Object.values(properties).flatMap((destination) => {
    const processing = getMember(destination, 'ProcessingConfiguration');
    return processing === undefined ? [] : [processing];
  });
}
