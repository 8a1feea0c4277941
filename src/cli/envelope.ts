import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { messageSizes } from '../../model/facts/limits.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import { firehose } from '../harness/transports/firehose.ts';
import { kinesis } from '../harness/transports/kinesis.ts';
import { countBytes, makeMessage } from '../harness/transports/message.ts';
import { sns } from '../harness/transports/sns.ts';
import { sqs } from '../harness/transports/sqs.ts';

const transports = { sqs, sns, kinesis, firehose };

/** What an event arrives in; `none` is EventBridge's own form, as Lambda gets it from a rule. */
export const envelopeNames = ['sqs', 'sns', 'kinesis', 'firehose', 'none'] as const;

/** What an event arrives in. */
export type EnvelopeName = (typeof envelopeNames)[number];

/**
 * What a Lambda function gets for one event that came through a queue, a topic, a stream or a delivery stream: an invocation of
 * one record. Its ids are made of the event's, so that the same event gives the same envelope.
 * @throws InvalidArgumentError when the event, as JSON, is larger than the transport can take
 */
export function inEnvelope(name: EnvelopeName, event: CasesEvent): unknown {
  if (name === 'none') return event;
  const message = makeMessage(event);
  const [size, most] = [countBytes(message), messageSizes[name]];
  if (size <= most) return transports[name].wrap([message]);
  throw new InvalidArgumentError({
    argument: 'the event as JSON',
    received: `${size.toLocaleString('en')} bytes`,
    allowed: `up to ${most.toLocaleString('en')} bytes in the envelope ${name}`,
    because: 'What is delivered is about 200 bytes larger than the entry that EventBridge counts',
  });
}
