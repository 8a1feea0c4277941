import type { Mapping } from '../model/infrastructure.ts';
import { keepUnknown } from '../model/locate.ts';
import { getMember } from '../values/getMember.ts';
import { isList, type Resolved, Unresolved } from '../values/resolved.ts';
import { settle, settleFlag, settleNumber } from '../values/settle.ts';
import type { Resource, Resources } from './resources.ts';

/** The event source mappings of a template. */
export function readMappings(resources: Resources): readonly Mapping[] {
  return resources.list('AWS::Lambda::EventSourceMapping').map((mapping) => readMapping(mapping, resources));
}

function readMapping({ id, properties }: Resource, resources: Resources): Mapping {
  const onFailure = getMember(getMember(properties.DestinationConfig, 'OnFailure'), 'Destination');
  const source = resources.locate(properties.EventSourceArn);
  const invoked = resources.locate(properties.FunctionName, 'lambda');
  return {
    id,
    source,
    function: invoked,
    unknown: keepUnknown(properties.EventSourceArn, source) ?? keepUnknown(properties.FunctionName, invoked),
    isOfStream: properties.StartingPosition !== undefined,
    isEnabled: settleFlag(properties.Enabled),
    batchSize: settleNumber(properties.BatchSize),
    batchingWindow: settleNumber(properties.MaximumBatchingWindowInSeconds),
    responseTypes: settle(properties.FunctionResponseTypes),
    filters: settle(listPatterns(properties.FilterCriteria)),
    bisects: settleFlag(properties.BisectBatchOnFunctionError),
    retries: settleNumber(properties.MaximumRetryAttempts),
    keepsFailures: onFailure !== undefined,
  };
}

function listPatterns(criteria: Resolved): Resolved {
  if (criteria instanceof Unresolved) return criteria;
  const filters = getMember(criteria, 'Filters');
  return isList(filters) ? filters.map((filter) => getMember(filter, 'Pattern')) : filters;
}
