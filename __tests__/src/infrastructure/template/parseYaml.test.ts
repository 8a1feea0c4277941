import { parseYaml } from '../../../../src/infrastructure/template/parseYaml.ts';

const text = (...lines: readonly string[]): unknown => parseYaml(`${lines.join('\n')}\n`);

test('short tags become the functions that they stand for, in every form', () => {
  expect(
    text(
      'a: !Ref Queue',
      'b: !GetAtt Queue.Arn',
      'c: !GetAtt [Queue, Arn]',
      'd: !Join ["-", [x, !Ref Stage]]',
      'e: !Sub',
      '  - "x"',
      '  - Y: !ImportValue net',
      'f: !If [IsProd, !Ref "AWS::NoValue", 1]',
      'g: !Condition IsProd',
      'h: !Transform { Name: Macro }',
      'i: { "Fn::Sub": x }',
    ),
  ).toEqual({
    a: { Ref: 'Queue' },
    b: { 'Fn::GetAtt': 'Queue.Arn' },
    c: { 'Fn::GetAtt': ['Queue', 'Arn'] },
    d: { 'Fn::Join': ['-', ['x', { Ref: 'Stage' }]] },
    e: { 'Fn::Sub': ['x', { Y: { 'Fn::ImportValue': 'net' } }] },
    f: { 'Fn::If': ['IsProd', { Ref: 'AWS::NoValue' }, 1] },
    g: { Condition: 'IsProd' },
    h: { 'Fn::Transform': { Name: 'Macro' } },
    i: { 'Fn::Sub': 'x' },
  });
});

test('dates and single letters stay texts, and names of resources too', () => {
  expect(text('On: 2012-10-17', 'n: [y, n, yes, off]', '1: ~')).toEqual({
    On: '2012-10-17',
    n: ['y', 'n', true, false],
    1: null,
  });
});

test('anchors and merges are followed', () => {
  expect(text('a: &a { x: 1 }', 'b: { <<: *a, y: 2 }')).toEqual({ a: { x: 1 }, b: { x: 1, y: 2 } });
});

test.each([
  ['a: b: c', 'Nested mappings are not allowed in compact mappings at line 1, column 4'],
  ['a: 1\na: 2', 'Map keys must be unique at line 2, column 1'],
])('%j is refused with its place', (wrong, message) => {
  expect(() => parseYaml(wrong)).toThrow(message);
});
