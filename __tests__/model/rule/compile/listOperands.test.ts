import { listOperands } from '../../../../model/rule/compile/listOperands.ts';

test.each<[string, readonly unknown[]]>([
  ['[{"prefix":"a"},"b",{"suffix":"c"},{"prefix":{"equals-ignore-case":"D"}}]', ['a', { 'equals-ignore-case': 'D' }]],
  ['[{"anything-but":{"prefix":"a"}}]', []],
  ['["{\\"prefix\\":1}",null,true,1]', []],
])('the operands of prefix in %s', (conditions, operands) => {
  expect(listOperands(conditions, 'prefix')).toEqual(operands);
});
