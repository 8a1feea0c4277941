import { quoteLiteral } from '../../../../model/values/show/quoteLiteral.ts';

test.each([
  ['case.caseId', "'case.caseId'"],
  ["the customer's", "'the customer\\'s'"],
  ['C:\\cases', "'C:\\\\cases'"],
])('the literal of %j is %s', (text, literal) => {
  expect(quoteLiteral(text)).toBe(literal);
});
