import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Mapping } from '../model/infrastructure.ts';
import { keepUnknown } from '../model/locate.ts';
import { getMember } from '../values/getMember.ts';
import { listUnfitNumbers } from '../values/listUnfitNumbers.ts';
import { requireList } from '../values/requireList.ts';
import { isList, isObject, type Resolved, Unresolved } from '../values/resolved.ts';
import { settle, settleFlag, settleNumber } from '../values/settle.ts';
import type { Resource, Resources } from './resources.ts';

/** The event source mappings of a template. */
export function readMappings(resources: Resources): readonly Mapping[] {
  return resources.list('AWS::Lambda::EventSourceMapping').map((mapping) => readMapping(mapping, resources));
}

function readMapping({ id, properties, members }: Resource, resources: Resources): Mapping {
  const onFailure = getMember(getMember(properties.DestinationConfig, 'OnFailure'), 'Destination');
  const source = resources.locate(properties.EventSourceArn);
  const invoked = resources.locate(properties.FunctionName, 'lambda');
  return {
    id,
    isMadeBySam: members.MadeBySam === true,
    source,
    function: invoked,
    unknown: keepUnknown(properties.EventSourceArn, source) ?? keepUnknown(properties.FunctionName, invoked),
    isOfStream:
      properties.StartingPosition !== undefined ||
      resources.list('AWS::Kinesis::Stream').some((stream) => stream.id === source),
    isEnabled: settleFlag(properties.Enabled),
    batchSize: settleNumber(properties.BatchSize),
    batchingWindow: settleNumber(properties.MaximumBatchingWindowInSeconds),
    responseTypes: settle(requireList(`${id}.FunctionResponseTypes`, properties.FunctionResponseTypes)),
    filters: settle(listPatterns(properties.FilterCriteria, id)),
    bisects: settleFlag(properties.BisectBatchOnFunctionError),
    retries: settleNumber(properties.MaximumRetryAttempts),
    keepsFailures: onFailure !== undefined,
    unfit: listUnfitNumbers(id, {
      batchSize: properties.BatchSize,
      batchingWindow: properties.MaximumBatchingWindowInSeconds,
      streamRetries: properties.MaximumRetryAttempts,
    }),
  };
}

/** @throws InvalidArgumentError for anything but an object: AWS refuses it, and it differs from no filter */
function listPatterns(criteria: Resolved, id: string): Resolved {
  if (criteria === undefined || criteria instanceof Unresolved) return criteria;
  if (!isObject(criteria)) {
    const argument = `FilterCriteria of ${id}`;
    throw new InvalidArgumentError({ argument, received: criteria, allowed: 'an object with Filters, a list' });
  }
  const filters = getMember(criteria, 'Filters');
  return isList(filters) ? filters.map((filter) => getMember(filter, 'Pattern')) : filters;
}
