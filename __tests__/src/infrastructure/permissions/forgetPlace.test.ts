import { forgetPlace } from '../../../../src/infrastructure/permissions/forgetPlace.ts';
import { readTemplate } from '../../../../src/infrastructure/template/readTemplate.ts';

const Resources = {
  Rule: { Type: 'AWS::Events::Rule', Properties: { Name: 'cases' } },
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'titles' } },
};
const place = { 'AWS::AccountId': '444455556666', 'AWS::Region': 'eu-central-1' };
const known = readTemplate({ Resources }, place);
/** `#` stands for `$`, because the texts are no template strings. */
const write = (text: string): string => text.replaceAll('#', '$');

test.each([
  [[], 'eu-central-1', '444455556666'],
  [['AWS::AccountId'], 'eu-central-1', '#{AWS::AccountId}'],
  [['AWS::AccountId', 'AWS::Region'], '#{AWS::Region}', '#{AWS::AccountId}'],
])('ARNs are open where %j is assumed', (names, region, account) => {
  const { texts } = forgetPlace(known, names);
  expect(texts.get('Rule.Arn')).toBe(write(`arn:aws:events:${region}:${account}:rule/cases`));
  expect(texts.get('Queue.Arn')).toBe(write(`arn:aws:sqs:${region}:${account}:titles`));
  expect(texts.get('Queue.QueueName')).toBe('titles');
});
