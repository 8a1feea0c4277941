import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import type { DeliveryStream, Subscription } from '../model/infrastructure.ts';
import { readFilterPolicy } from '../model/readFilterPolicy.ts';
import { getMember } from '../values/getMember.ts';
import { isList, type Resolved } from '../values/resolved.ts';
import { settleFlag, settleText } from '../values/settle.ts';
import { readBlock } from './readBlock.ts';
import type { TerraformResource, TerraformResources } from './terraformResources.ts';

/** The subscriptions of a plan. */
export function readTerraformSubscriptions(resources: TerraformResources): readonly Subscription[] {
  return resources.list('aws_sns_topic_subscription').map((one) => {
    const policy = one.get('filter_policy');
    return {
      id: one.id,
      topic: resources.locate(one.get('topic_arn')),
      endpoint: resources.locate(one.get('endpoint')),
      qualifier: resources.qualify(one.get('endpoint')),
      isRaw: settleFlag(one.get('raw_message_delivery')),
      ...readFilterPolicy(typeof policy === 'string' ? (parseIfJson(policy) as Resolved) : policy),
      filterScope: settleText(one.get('filter_policy_scope')),
    };
  });
}

/** The blocks of a delivery stream with a destination that may transform records. */
const destinations = [
  'extended_s3_configuration',
  'http_endpoint_configuration',
  'redshift_configuration',
  'elasticsearch_configuration',
  'opensearch_configuration',
  'opensearchserverless_configuration',
  'splunk_configuration',
  'snowflake_configuration',
  'iceberg_configuration',
];

/** The delivery streams of a plan, with the functions that transform their records. */
export function readTerraformDeliveryStreams(resources: TerraformResources): readonly DeliveryStream[] {
  return resources.list('aws_kinesis_firehose_delivery_stream').map((stream) => {
    const source = getMember(readBlock(stream.get('kinesis_source_configuration')), 'kinesis_stream_arn');
    return {
      id: stream.id,
      transforms: listProcessors(stream).map((arn) => resources.locate(arn)),
      isEnabled: settleFlag(getMember(listProcessing(stream)[0], 'enabled')),
      ...(source === undefined ? {} : { source: resources.locate(source) }),
    };
  });
}

function listProcessors(stream: TerraformResource): readonly Resolved[] {
  return listProcessing(stream)
    .flatMap((processing) => listBlocks(getMember(processing, 'processors')))
    .flatMap((processor) => listBlocks(getMember(processor, 'parameters')))
    .filter((parameter) => getMember(parameter, 'parameter_name') === 'LambdaArn')
    .map((parameter) => getMember(parameter, 'parameter_value'));
}

function listProcessing(stream: TerraformResource): readonly Resolved[] {
  return destinations.flatMap((name) => listBlocks(getMember(readBlock(stream.get(name)), 'processing_configuration')));
}

function listBlocks(value: Resolved): readonly Resolved[] {
  return isList(value) ? value : [];
}
