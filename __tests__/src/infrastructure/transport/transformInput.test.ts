import { transformInput } from '../../../../src/infrastructure/transport/transformInput.ts';

const event = {
  id: 'e-1',
  account: '444455556666',
  region: 'eu-central-1',
  time: '2022-03-16T23:17:00Z',
  detail: { case: { caseId: 'c "1"', size: 3 } },
};
const paths = new Map([
  ['id', ['detail', 'case', 'caseId']],
  ['size', ['detail', 'case', 'size']],
  ['case', ['detail', 'case']],
  ['user', ['detail', 'user']],
]);

test.each([
  ['text', '{"a": <id>}', '{"a": "c \\"1\\""}'],
  ['text within quotes', '{"a": "case <id>!"}', '{"a": "case c \\"1\\"!"}'],
  ['a number', '{"a": <size>, "b": "<size>"}', '{"a": 3, "b": "3"}'],
  ['an object', '{"a": <case>}', '{"a": {"caseId":"c \\"1\\"","size":3}}'],
  ['a missing path', '{"a": "<user>"}', '{"a": ""}'],
  ['a template of text', '"<id> has <size>"', '"c \\"1\\" has 3"'],
  ['the rule', '"<aws.events.rule-name>"', '"Cases"'],
  ['its ARN', '<aws.events.rule-arn>', '"arn:aws:events:eu-central-1:444455556666:rule/Cases"'],
  ['the time', '<aws.events.event.ingestion-time>', '"2022-03-16T23:17:00Z"'],
  ['the whole event', '{"e": <aws.events.event.json>}', `{"e": ${JSON.stringify(event)}}`],
])('a variable stands for %s', (_, template, expected) => {
  expect(transformInput({ paths, template, ruleName: 'Cases' }, 'the template')(event)).toBe(expected);
});

test('the event comes without its detail as <aws.events.event>', () => {
  const { detail: _, ...envelope } = event;
  const template = '<aws.events.event>';
  expect(JSON.parse(transformInput({ paths, template, ruleName: 'Cases' }, 'the template')(event))).toEqual(envelope);
});

test('an escaped quote does not end the text around a variable', () => {
  const template = '{"a": "so called \\" <id>"}';
  const text = transformInput({ paths, template, ruleName: 'Cases' }, 'the template')(event);
  expect(JSON.parse(text)).toEqual({ a: 'so called " c "1"' });
});
