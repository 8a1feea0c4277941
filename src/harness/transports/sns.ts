import { messageSizes } from '../../facts/limits.ts';
import { type Message, uuidOf } from './message.ts';
import { allDone, type Transport } from './transport.ts';

/**
 * A topic before a Lambda function, which it invokes asynchronously with one record; the answer is nobody's.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html (documented)
 */
export const sns = {
  name: 'sns',
  largest: messageSizes.snsDefault,
  redelivery: 'later',
  attempts: 3,
  batch: { most: 1, usual: 1 },
  facts: { answer: 'answers', givenUp: 'retries' },
  wrap: (messages: readonly Message[]) => ({ Records: messages.map(record) }),
  judge: () => allDone,
} satisfies Transport;

function record(message: Message) {
  const { subscription, ...notification } = notificationOf(message);
  const { signingCertUrl: SigningCertUrl, unsubscribeUrl: UnsubscribeUrl, ...rest } = notification;
  return {
    EventVersion: '1.0',
    EventSubscriptionArn: subscription,
    EventSource: 'aws:sns',
    Sns: { ...rest, SigningCertUrl, UnsubscribeUrl, MessageAttributes: {}, Subject: null },
  };
}

/** What a topic tells of a message; subscribers of different kinds spell the two addresses differently. */
export function notificationOf({ body, seed, sentAt, account, region }: Message) {
  const TopicArn = `arn:aws:sns:${region}:${account}:cases-events`;
  const subscription = `${TopicArn}:${uuidOf('subscription')}`;
  const address = `https://sns.${region}.amazonaws.com`;
  return {
    subscription,
    Type: 'Notification',
    MessageId: uuidOf(`sns ${seed}`),
    TopicArn,
    Message: body,
    Timestamp: new Date(sentAt).toISOString(),
    SignatureVersion: '1',
    // Nobody can sign for AWS: this is no valid signature, as in AWS's own example.
    Signature: 'EXAMPLE',
    signingCertUrl: `${address}/SimpleNotificationService-example.pem`,
    unsubscribeUrl: `${address}/?Action=Unsubscribe&SubscriptionArn=${subscription}`,
  };
}
