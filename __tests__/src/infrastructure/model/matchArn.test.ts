import { matchArn } from '../../../../src/infrastructure/model/matchArn.ts';

/** `#` stands for `$`, because the texts are no template strings. */
const write = (text: string): string => text.replaceAll('#', '$');

const place = 'arn:aws:events:#{AWS::Region}:#{AWS::AccountId}:rule/';

test.each([
  ['the same text', `${place}#{Stage}-cases`, `${place}#{Stage}-cases`],
  [
    'a known account and Region, if those of the stack are unknown',
    'arn:aws:events:eu-central-1:1:rule/a',
    `${place}a`,
  ],
  ['a pattern for every rule', 'arn:aws:events:*:*:rule/*', `${place}#{Stage}-cases`],
  ['a pattern within the name', `${place}#{Stage}-*`, `${place}#{Stage}-Rule-#{Rule.suffix}`],
  ['a pattern for one character', `${place}case?`, `${place}cases`],
  ['every text', '*', `${place}a`],
])('%s holds', (_, policy, arn) => {
  expect(matchArn(write(policy), write(arn), true)).toBe('given');
});

test.each([
  ['another unknown name', `${place}#{Stage}-cases`, `${place}#{Name}`],
  ['a known name for an unknown one', `${place}cases`, `${place}#{Name}`],
  ['an unknown name for a known one', `${place}#{Name}`, `${place}cases`],
  ['an unknown text', '#{Source}', `${place}cases`],
])('%s may hold', (_, policy, arn) => {
  expect(matchArn(write(policy), write(arn), true)).toBe('unknown');
});

test.each([
  ['another name', `${place}orders`, `${place}cases`],
  ['another account', 'arn:aws:events:eu-central-1:1:rule/a', 'arn:aws:events:eu-central-1:2:rule/a'],
  ['a name with another end', `${place}#{Stage}-orders`, `${place}#{Stage}-cases`],
  ['a name for one that AWS makes', `${place}cases`, `${place}#{AWS::StackName}-Rule-#{Rule.suffix}`],
  ['another bus', `${place}cases`, `${place}orders/cases`],
])('%s never holds', (_, policy, arn) => {
  expect(matchArn(write(policy), write(arn), true)).toBe('missing');
});

test('without patterns a star is a star', () => {
  expect(matchArn('arn:aws:events:*:*:rule/*', 'arn:aws:events:eu-central-1:1:rule/a', false)).toBe('missing');
  expect(matchArn(write(`${place}*`), write(`${place}#{Name}`), false)).toBe('unknown');
});
