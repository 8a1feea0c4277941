import type { Any } from './received.ts';

/** A queue for failures, outside of the template. */
export const failures = 'arn:aws:sqs:eu-central-1:444455556666:failures';

/** The ARN of a resource of the template. */
export const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** `#` stands for `$`, because the texts are no template strings. */
export const write = (text: string): string => text.replaceAll('#', '$');

/** A text with parts of the template. */
export const sub = (text: string) => ({ 'Fn::Sub': write(text) });

/** Lets every rule send to a queue. */
export const allow = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage' };

/** A rule, a queue and a function without fault, changed. */
export function queued(change: (resources: Any) => void = () => undefined): Any {
  const Resources: Any = {
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: { EventPattern: { source: ['aws.cases'] }, Targets: [{ Id: 'queue', Arn: arn('Queue') }] },
    },
    Queue: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        VisibilityTimeout: 180,
        RedrivePolicy: { deadLetterTargetArn: failures, maxReceiveCount: 3 },
      },
    },
    Policy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [allow] } },
    },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: arn('Queue'),
        FunctionName: { Ref: 'Handler' },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    Handler: { Type: 'AWS::Lambda::Function', Properties: { DeadLetterConfig: { TargetArn: failures } } },
  };
  change(Resources);
  return { Resources };
}
