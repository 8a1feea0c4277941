import type { Entry } from './entry.ts';

/** Who may send where. */
interface Sending {
  /** The logical id of the sender, or its ARN. */
  readonly from?: string;
  readonly fromArn?: unknown;
  readonly service: string;
  /** The logical id of the receiver. */
  readonly to: string;
  readonly kind: 'function' | 'queue' | 'topic';
}

/** The permission that SAM makes, as a resource. */
export function permit(id: string, { from, fromArn, service, to, kind }: Sending): Entry {
  const sender = fromArn ?? { 'Fn::GetAtt': [from, 'Arn'] };
  const receiver = { Ref: to };
  if (kind === 'function') {
    const Properties = { FunctionName: receiver, Principal: service, SourceArn: sender };
    return [id, { Type: 'AWS::Lambda::Permission', Properties }];
  }
  const statement = {
    Effect: 'Allow',
    Action: kind === 'queue' ? 'sqs:SendMessage' : 'sns:Publish',
    Principal: { Service: service },
    Condition: { ArnEquals: { 'aws:SourceArn': sender } },
  };
  const PolicyDocument = { Statement: [statement] };
  return kind === 'queue'
    ? [id, { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [receiver], PolicyDocument } }]
    : [id, { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [receiver], PolicyDocument } }];
}
