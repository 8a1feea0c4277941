import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import { isMembers } from '../../../model/values/members.ts';
import { cite, type RouteCheck } from './finding.ts';

/** The members of a record, by the key that holds the event. */
const recordKeys: Readonly<Record<'body' | 'data', readonly string[]>> = {
  body: [
    'messageId',
    'receiptHandle',
    'body',
    'attributes',
    'messageAttributes',
    'md5OfBody',
    'md5OfMessageAttributes',
    'eventSource',
    'eventSourceARN',
    'awsRegion',
  ],
  data: [
    'kinesisSchemaVersion',
    'partitionKey',
    'sequenceNumber',
    'data',
    'approximateArrivalTimestamp',
    'kinesis',
    'eventSource',
    'eventVersion',
    'eventID',
    'eventName',
    'invokeIdentityArn',
    'awsRegion',
    'eventSourceARN',
  ],
};

/** A filter of a mapping that looks for the event beside the body or the data of a record. */
export const filterKeys: RouteCheck = ({ mapping }, { name }) => {
  if (mapping === undefined || !Array.isArray(mapping.filters)) return undefined;
  const holder = mapping.isOfStream ? 'data' : 'body';
  const unknown = mapping.filters.map((pattern) => findUnknownKey(pattern, recordKeys[holder]));
  const index = unknown.findIndex((key) => key !== undefined);
  if (index < 0) return undefined;
  const key = unknown[index];
  const kind = mapping.isOfStream ? 'stream' : 'queue';
  const lost = unknown.every((one) => one !== undefined) ? 'Nothing arrives' : 'It lets no event through';
  return cite('filterKeys', {
    what: `The filter ${index + 1} of the event source mapping ${mapping.id} looks at ${key}, which no record of a ${kind} has`,
    where: `${mapping.id}.${name('FilterCriteria.Filters')}[${index}]`,
    why: `${lost}: the event is in ${holder}`,
    todo: key === 'body' || key === 'data' ? `Rename ${key} to ${holder}` : `Write { "${holder}": { "${key}": … } }`,
  });
};

/** A key that no record has, and that a filter wants to exist. */
function findUnknownKey(pattern: unknown, known: readonly string[]): string | undefined {
  const parsed = typeof pattern === 'string' ? parseIfJson(pattern) : pattern;
  if (!isMembers(parsed)) return undefined;
  return Object.keys(parsed).find(
    (key) => key !== '$or' && !known.includes(key) && !JSON.stringify(parsed[key]).includes('"exists":false'),
  );
}
