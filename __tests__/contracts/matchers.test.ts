import { anyKeys, byType, exactly, keysAmong, oneOrMore, spelled } from '../../contracts/matchers.ts';

// In the form of Pact's integration JSON: https://docs.pact.io/implementation_guides/rust/pact_ffi/integrationjson

test.each([
  ['the same JSON types', () => byType({ caseId: 'c' }), { 'pact:matcher:type': 'type', value: { caseId: 'c' } }],
  ['exactly one value', () => exactly('aws.cases'), { 'pact:matcher:type': 'equality', value: 'aws.cases' }],
  [
    'a list of one or more',
    () => oneOrMore(['status', 'title']),
    { 'pact:matcher:type': 'type', min: 1, value: ['status', 'title'] },
  ],
  ['any keys', () => anyKeys({ status: 1 }), { 'pact:matcher:type': 'values', value: { status: 1 } }],
  [
    'some of the given keys',
    () => keysAmong({ userArn: 'u' }, ['userArn', 'customEntity']),
    {
      'pact:matcher:type': 'eachKey',
      rules: [{ 'pact:matcher:type': 'regex', regex: '^(userArn|customEntity)$', value: 'userArn' }],
      value: { userArn: 'u' },
    },
  ],
  [
    'a text in one of several spellings, each once and taken literally',
    () => spelled('A.B', ['A.B', 'a+b', 'A.B', '(c)|[d]{2}^$*?\\']),
    {
      'pact:matcher:type': [
        { 'pact:matcher:type': 'type' },
        { 'pact:matcher:type': 'regex', regex: String.raw`^(A\.B|a\+b|\(c\)\|\[d\]\{2\}\^\$\*\?\\)$` },
      ],
      value: 'A.B',
    },
  ],
])('%s', (_, make, json) => {
  expect(make()).toEqual(json);
});

test('a spelling matches only as a whole', () => {
  const node = spelled('Comment', ['Comment', 'a.c']) as { 'pact:matcher:type': readonly { regex?: string }[] };
  const pattern = new RegExp(node['pact:matcher:type'][1]?.regex as string);
  const texts = ['Comment', 'a.c', 'abc', 'Comments', 'aComment', 'comment', ''];
  expect(texts.filter((text) => pattern.test(text))).toEqual(['Comment', 'a.c']);
});
