import { InvalidArgumentError, listWords, requireKnownKeys } from '../../../model/values/invalidArgument.ts';

/** Options of other functions, and how to give them there. */
const elsewhere: Readonly<Record<string, string>> = {
  rule: 'Give it to contractsFor(consumer, table, { domain, rule })',
  domain: 'Give it to contractsFor(consumer, table, { domain })',
  expect: 'It belongs to verify(contract, handler, { expect })',
  tolerates: 'It belongs to verifyDelivery(contracts, handler, { reset, observe, tolerates })',
  interleave:
    'Give downstream in its place: downstream: ({ watch }) => { db.get = watch(db.get); } also orders the calls of two batches in flight',
  ambiguities: 'It belongs to verify(contract, handler, { ambiguities })',
  reads: 'It belongs to verify(contract, handler, { reads })',
  foreign: 'It belongs to verify(contract, handler, { foreign })',
  dir: 'It belongs to verify(contract, handler, { dir })',
  raw: 'It belongs to the transport, as in viaSnsToSqs(handler, { raw: true })',
  fifo: 'It belongs to the transport, as in viaSqs(handler, { fifo: true })',
  batchSize: 'It belongs to the transport, as in viaSqs(handler, { batchSize: 10 })',
  maxReceiveCount: 'It belongs to the transport, as in viaSqs(handler, { maxReceiveCount: 3 })',
  reportBatchItemFailures: 'It belongs to the transport, as in viaSqs(handler, { reportBatchItemFailures: true })',
  bisectBatchOnFunctionError:
    'It belongs to the transport, as in viaKinesis(handler, { bisectBatchOnFunctionError: true })',
};

/**
 * Refuses unknown options of `verify` and `verifyDelivery`. The error for an option of another function says so.
 * @throws InvalidArgumentError with the allowed names
 */
export function requireOptionNames(options: unknown, names: readonly string[]): void {
  const strange = Object.keys(options ?? {}).find((name) => !names.includes(name) && Object.hasOwn(elsewhere, name));
  if (strange === undefined) {
    requireKnownKeys('options', options, names);
    return;
  }
  throw new InvalidArgumentError({
    argument: 'the option name in options',
    received: strange,
    allowed: listWords(names),
    todo: elsewhere[strange] as string,
  });
}
