import { firehose } from './firehose.ts';
import { kinesis } from './kinesis.ts';
import { lambda } from './lambda.ts';
import { sns } from './sns.ts';
import { snsToSqs } from './snsToSqs.ts';
import { sqs } from './sqs.ts';
import { type RecordsKey, type Transport, type TransportName, viaName } from './transport.ts';

/** Every transport, by its name. */
const transports: { readonly [Name in TransportName]: Transport & { readonly name: Name } } = {
  lambda,
  sqs,
  sns,
  snsToSqs,
  kinesis,
  firehose,
};

/** The transports that invoke a function with a batch under this key. */
function listBatching(records: RecordsKey): readonly Transport[] {
  return Object.values<Transport>(transports).filter(({ opens }) => opens?.records === records);
}

/** The same, without transports whose records have the event in the same member as another's. */
export function listCarrying(records: RecordsKey): readonly Transport[] {
  return listBatching(records).filter((transport) => findByCarrier(readCarrier(transport)) === transport);
}

/** The first transport whose records have the event in a member of this name. */
export function findByCarrier(carrier: string | undefined): Transport | undefined {
  return Object.values<Transport>(transports).find((transport) => readCarrier(transport) === carrier);
}

function readCarrier({ opens }: Transport): string | undefined {
  return opens?.carrier[0];
}

/** How to wrap a function of batches under this key, if nothing more is known: `viaSqs(handler)`. */
export function adviseVia(records: RecordsKey): string {
  const [first, ...others] = listBatching(records).map(viaName);
  const last = others.pop();
  return last === undefined
    ? `Write ${first}(handler)`
    : `Write ${first}(handler), or ${others.join(', ')} or ${last}, as it is invoked`;
}
