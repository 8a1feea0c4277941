import { locateInTemplate } from '../../../../src/infrastructure/transport/locateInTemplate.ts';

const paths = new Map([
  ['type', ['detail', 'eventType']],
  ['case', ['detail', 'case']],
]);

test.each<[string, readonly string[], readonly string[] | undefined]>([
  ['a variable', ['type'], ['detail', 'eventType']],
  ['a place within a variable', ['in', 'case', 'caseId'], ['detail', 'case', 'caseId']],
  ['a variable within quotes', ['text'], undefined],
  ['a text of the template', ['made'], undefined],
  ['nothing', ['other'], undefined],
])('%s is located in the event', (_, within, place) => {
  const template = '{"type": <type>, "in": {"case": <case>}, "text": "is <type>", "made": "here"}';
  expect(locateInTemplate({ paths, template, ruleName: 'Rule' })(within)).toEqual(place);
});

test('nothing is located in a template that makes no JSON', () => {
  expect(locateInTemplate({ paths, template: '"of <type>", <type>', ruleName: 'Rule' })(['type'])).toBeUndefined();
});
