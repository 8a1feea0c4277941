import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { messageSizes } from '../../model/facts/limits.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { firehose } from '../harness/transports/firehose.ts';
import { kinesis } from '../harness/transports/kinesis.ts';
import { countBytes, makeMessage } from '../harness/transports/message.ts';
import { sns } from '../harness/transports/sns.ts';
import { sqs } from '../harness/transports/sqs.ts';

const transports = { sqs, sns, kinesis, firehose };

/** The envelopes of an event; `none` is EventBridge's own form, which Lambda gets from a rule. */
export const envelopeNames = ['sqs', 'sns', 'kinesis', 'firehose', 'none'] as const;

/** The envelope of an event. */
export type EnvelopeName = (typeof envelopeNames)[number];

/**
 * The input of a Lambda function for one event from a queue, a topic, a stream or a delivery stream: an invocation with
 * one record. Its ids derive from the event's, so that the same event gives the same envelope.
 * @throws InvalidArgumentError if the event, as JSON, is too large for the transport
 */
export function wrapInEnvelope(name: EnvelopeName, event: CasesEvent): unknown {
  if (name === 'none') return event;
  const message = makeMessage(event);
  const [size, most] = [countBytes(message), messageSizes[name]];
  if (size <= most) return transports[name].wrap([message]);
  throw new InvalidArgumentError({
    argument: 'the event as JSON',
    received: size,
    shown: `${size.toLocaleString('en')} bytes long`,
    allowed: `up to ${most.toLocaleString('en')} bytes in the envelope ${name}`,
    because: 'The delivered event is about 200 bytes larger than its entry, which --bytes sets',
    todo: 'Give fewer --bytes',
  });
}
