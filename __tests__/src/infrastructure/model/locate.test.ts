import { type Located, locate, parseArn } from '../../../../src/infrastructure/model/locate.ts';
import { Reference, Unresolved } from '../../../../src/infrastructure/values/resolved.ts';

/** `$` stands as `#`, because the texts are no template strings. */
const write = (text: string): string => text.replaceAll('#', '$');

const region = write('arn:aws:sqs:#{AWS::Region}:#{AWS::AccountId}:');
const resources: readonly Located[] = [
  { id: 'Queue', service: 'sqs', name: 'refunds' },
  { id: 'Handler', service: 'lambda', name: 'refunds' },
  { id: 'Live', service: 'lambda', name: undefined, standsFor: new Reference('Handler', 'Ref') },
  { id: 'Rule', service: 'events', name: 'cases' },
  { id: 'Bus', service: 'event-bus', name: 'cases' },
  { id: 'Deployed', service: 'sqs', name: 'other', arn: 'arn:aws:sqs:eu-central-1:1:other' },
];
const part = (text: string): Unresolved => new Unresolved(text, ['AWS::Region'], '');

test.each([
  ['a reference', new Reference('Queue', 'Arn'), undefined, 'Queue'],
  ['an alias', new Reference('Live', 'Ref'), undefined, 'Handler'],
  ['an ARN with unknown parts', part(`${region}refunds`), undefined, 'Queue'],
  ['an ARN with a reference', part(`${region}${write('#{Queue.QueueName}')}`), undefined, 'Queue'],
  ['an ARN of a reference with qualifier', part(write('#{Handler.Arn}:live')), undefined, 'Handler'],
  ['an address of a queue', 'https://sqs.eu-central-1.amazonaws.com/1/refunds', undefined, 'Queue'],
  ['an ARN of a function with qualifier', 'arn:aws:lambda:eu-central-1:1:function:refunds:live', undefined, 'Handler'],
  ['a name of a function', 'refunds', 'lambda', 'Handler'],
  ['an ARN of a rule', 'arn:aws:events:eu-central-1:1:rule/cases', undefined, 'Rule'],
  ['an ARN of a rule on a bus', 'arn:aws:events:eu-central-1:1:rule/orders/cases', undefined, 'Rule'],
  ['an ARN of a bus', 'arn:aws:events:eu-central-1:1:event-bus/cases', undefined, 'Bus'],
  ['an ARN of what is deployed', 'arn:aws:sqs:eu-central-1:1:other', undefined, 'Deployed'],
  [
    'an ARN of another stack',
    'arn:aws:sqs:eu-central-1:1:elsewhere',
    undefined,
    'arn:aws:sqs:eu-central-1:1:elsewhere',
  ],
])('%s leads to its resource', (_, value, service, id) => {
  expect(locate(value, resources, service)).toBe(id);
});

test('a name with a colon within unknown parts stays whole', () => {
  const name = write('#{AWS::StackName}-queue');
  expect(parseArn(`${region}${name}`)).toEqual({ kind: 'sqs', name });
});
