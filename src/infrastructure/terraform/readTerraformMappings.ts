import type { Mapping } from '../model/infrastructure.ts';
import { keepUnknown } from '../model/locate.ts';
import { getMember } from '../values/getMember.ts';
import { listUnfitNumbers } from '../values/listUnfitNumbers.ts';
import { isList, type Resolved, Unresolved } from '../values/resolved.ts';
import { settle, settleFlag, settleNumber } from '../values/settle.ts';
import { readBlock } from './readBlock.ts';
import type { TerraformResource, TerraformResources } from './terraformResources.ts';

/** The event source mappings of a plan. */
export function readTerraformMappings(resources: TerraformResources): readonly Mapping[] {
  return resources.list('aws_lambda_event_source_mapping').map((mapping) => readMapping(mapping, resources));
}

function readMapping(mapping: TerraformResource, resources: TerraformResources): Mapping {
  const onFailure = readBlock(getMember(readBlock(mapping.get('destination_config')), 'on_failure'));
  const [arn, name] = [mapping.get('event_source_arn'), mapping.get('function_name') ?? mapping.get('function_arn')];
  const source = resources.locate(arn);
  const invoked = resources.locate(name, 'lambda');
  return {
    id: mapping.id,
    source,
    function: invoked,
    unknown: keepUnknown(arn, source) ?? keepUnknown(name, invoked),
    isOfStream:
      mapping.get('starting_position') !== undefined ||
      resources.list('aws_kinesis_stream').some(({ id }) => id === source),
    isEnabled: settleFlag(mapping.get('enabled')),
    batchSize: settleNumber(mapping.get('batch_size')),
    batchingWindow: settleNumber(mapping.get('maximum_batching_window_in_seconds')),
    responseTypes: settle(mapping.get('function_response_types')),
    filters: settle(listPatterns(mapping.get('filter_criteria'))),
    bisects: settleFlag(mapping.get('bisect_batch_on_function_error')),
    retries: settleNumber(mapping.get('maximum_retry_attempts')),
    keepsFailures: onFailure !== undefined,
    unfit: listUnfitNumbers(mapping.id, {
      batchSize: mapping.get('batch_size'),
      batchingWindow: mapping.get('maximum_batching_window_in_seconds'),
      streamRetries: mapping.get('maximum_retry_attempts'),
    }),
  };
}

function listPatterns(criteria: Resolved): Resolved {
  if (criteria instanceof Unresolved) return criteria;
  const filters = getMember(readBlock(criteria), 'filter');
  return isList(filters) ? filters.map((filter) => getMember(filter, 'pattern')) : filters;
}
