import fc from 'fast-check';
import { Resolver } from '../../../../src/infrastructure/cloudFormation/resolver.ts';
import { Reference, type Resolved, Unresolved } from '../../../../src/infrastructure/values/resolved.ts';
import { settle } from '../../../../src/infrastructure/values/settle.ts';

const template = {
  Parameters: {
    Stage: { Type: 'String', Default: 'dev' },
    Name: { Type: 'String' },
    Types: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Secret: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/secret' },
  },
  Mappings: { Sizes: { dev: { batch: 5, same: 1 }, prod: { batch: 50, same: 1 } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsNamed: { 'Fn::Equals': [{ Ref: 'Name' }, 'x'] },
    Neither: { 'Fn::And': [{ 'Fn::Not': [{ Condition: 'IsProd' }] }, { Condition: 'IsNamed' }] },
    Never: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'IsNamed' }] },
    Always: { 'Fn::Or': [{ Condition: 'IsNamed' }, { 'Fn::Not': [{ Condition: 'IsProd' }] }] },
    Loop: { 'Fn::Not': [{ Condition: 'Loop' }] },
  },
  Resources: { Queue: { Type: 'AWS::SQS::Queue' } },
};
const resolver = new Resolver(template);
const resolve = (node: unknown): Resolved => resolver.resolve(node);
const sub = (text: string): object => ({ 'Fn::Sub': text.replaceAll('#', '$') });

test.each<[string, unknown, unknown]>([
  ['a default', { Ref: 'Stage' }, 'dev'],
  ['a list', { Ref: 'Types' }, ['a', 'b']],
  ['the partition', { Ref: 'AWS::Partition' }, 'aws'],
  ['no value', { a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] }, { b: [1] }],
  ['Fn::Sub', sub('x-#{Stage}-#{!Stage}'), 'x-dev-$' + '{Stage}'],
  ['Fn::Sub with values', { 'Fn::Sub': ['$' + '{A}-$' + '{Stage}', { A: { Ref: 'Stage' } }] }, 'dev-dev'],
  ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 3]] }, 'a-dev-3'],
  ['Fn::Join of a list', { 'Fn::Join': ['+', { Ref: 'Types' }] }, 'a+b'],
  ['Fn::Select and Fn::Split', { 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'batch'] }, 5],
  ['a value that all keys have', { 'Fn::FindInMap': ['Sizes', { Ref: 'Name' }, 'same'] }, 1],
  ['a default of Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', 'test', 'batch', { DefaultValue: 7 }] }, 7],
  ['Fn::If', { 'Fn::If': ['IsProd', 'yes', 'no'] }, 'no'],
  ['a condition that one operand decides', { 'Fn::If': ['Never', 1, 2] }, 2],
  ['another', { 'Fn::If': ['Always', 1, 2] }, 1],
  ['equal branches of an open condition', { 'Fn::If': ['IsNamed', 'same', 'same'] }, 'same'],
  ['Fn::ToJsonString', { 'Fn::ToJsonString': { a: [{ Ref: 'Stage' }] } }, '{"a":["dev"]}'],
])('%s is known', (_, node, expected) => {
  expect(resolve(node)).toEqual(expected);
});

test.each<[string, unknown, readonly string[], string]>([
  ['a parameter without default', { Ref: 'Name' }, ['Name'], 'The parameter Name has no default'],
  ['a parameter from SSM', { Ref: 'Secret' }, ['Secret'], 'The parameter Secret is read from SSM at deployment'],
  ['a pseudo parameter', { Ref: 'AWS::Region' }, ['AWS::Region'], 'AWS::Region depends on the deployment'],
  ['a misspelt name', { Ref: 'Stge' }, ['Stge'], 'The template has no Stge. Did you mean "Stage"?'],
  [
    'an unknown resource',
    { 'Fn::GetAtt': 'Quue.Arn' },
    ['Quue.Arn'],
    'The template has no Quue. Did you mean "Queue"?',
  ],
  [
    'a text with unknown parts',
    sub('#{Name}/#{Queue.Arn}'),
    ['Name', 'Queue.Arn'],
    'The parameter Name has no default',
  ],
  ['an open condition', { 'Fn::If': ['Neither', 1, 2] }, ['Neither'], 'The parameter Name has no default'],
  ['a condition that leads to itself', { 'Fn::If': ['Loop', 1, 2] }, ['Loop'], 'The condition Loop leads to itself'],
  [
    'a mapping with an unknown key',
    { 'Fn::FindInMap': ['Sizes', { Ref: 'Name' }, 'batch'] },
    ['Name'],
    'The parameter Name has no default',
  ],
  ['an export', { 'Fn::ImportValue': 'net-Queue' }, ['net-Queue'], 'Another stack exports net-Queue'],
  ['a dynamic reference', '{{resolve:ssm:/a:1}}', ['{{resolve:ssm:/a:1}}'], 'CloudFormation reads it at deployment'],
  ['another function', { 'Fn::Transform': { Name: 'X' } }, ['Fn::Transform'], 'Fn::Transform is not evaluated here'],
])('%s is named, with the reason', (_, node, names, because) => {
  expect(settle(resolve(node))).toMatchObject({ names, because });
});

test('a reference within nothing else stays one', () => {
  expect(resolve(sub('#{Queue.Arn}'))).toEqual(new Reference('Queue', 'Arn'));
  expect(resolve({ 'Fn::Join': ['', [{ Ref: 'Queue' }]] })).toEqual(new Reference('Queue', 'Ref'));
});

test('what a person gives makes everything known', () => {
  const parameters = { Name: 'x', 'AWS::Region': 'eu-central-1', 'Queue.Arn': 'arn', 'net-Queue': 'q', Neither: false };
  const given = new Resolver(template, parameters);
  const nodes = [
    sub('#{Name}/#{AWS::Region}/#{Queue.Arn}'),
    { 'Fn::ImportValue': 'net-Queue' },
    { 'Fn::If': ['Neither', 1, 2] },
  ];
  expect(given.resolve(nodes)).toEqual(['x/eu-central-1/arn', 'q', 2]);
});

/** Values of a template without any function. */
const plain = fc
  .jsonValue({ depthSize: 'small' })
  .filter((value) => !JSON.stringify(value).includes('Fn::') && !JSON.stringify(value).includes('"Ref"'));

/** A value as it is, or written with functions that have the same value. */
function written(value: unknown): fc.Arbitrary<unknown> {
  const ways: fc.Arbitrary<unknown>[] = [
    fc.constant(value),
    fc.constant({ 'Fn::If': ['IsProd', { Ref: 'Name' }, value] }),
    fc.constant({ 'Fn::Select': [1, [{ Ref: 'Name' }, value]] }),
    fc.constant({ 'Fn::FindInMap': ['None', 'a', 'b', { DefaultValue: value }] }),
  ];
  if (typeof value === 'string' && !value.includes('$')) {
    ways.push(fc.nat(value.length).map((at) => ({ 'Fn::Join': ['', [value.slice(0, at), value.slice(at)]] })));
    ways.push(fc.constant({ 'Fn::Sub': ['$' + '{V}', { V: value }] }));
  }
  if (Array.isArray(value)) ways.push(fc.tuple(...value.map(written)));
  return fc.oneof(...ways);
}

test('a value is the same, however functions write it', () => {
  fc.assert(
    fc.property(
      plain
        .filter((value) => value !== null && !String(value).includes('{{resolve'))
        .chain((value) => fc.tuple(fc.constant(value), written(value))),
      ([value, node]) => {
        const resolved = resolve(node);
        expect(JSON.stringify(resolved)).toBe(JSON.stringify(value));
      },
    ),
  );
});

test('a text is unresolved if and only if a part of it is, and names every unknown part', () => {
  const part = fc.constantFrom<string | { readonly Ref?: string; readonly 'Fn::GetAtt'?: readonly string[] }>(
    'a',
    '/',
    { Ref: 'Stage' },
    { Ref: 'Name' },
    { Ref: 'AWS::Region' },
    { 'Fn::GetAtt': ['Queue', 'Arn'] },
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 2, maxLength: 6 }), (parts) => {
      const unknown = new Set(
        parts.flatMap((one) => (typeof one === 'string' || one.Ref === 'Stage' ? [] : [one.Ref ?? 'Queue.Arn'])),
      );
      const text = resolve({ 'Fn::Join': ['', parts] });
      const names = text instanceof Unresolved ? text.names : text instanceof Reference ? [text.name] : [];
      expect(new Set(names)).toEqual(unknown);
    }),
  );
});
