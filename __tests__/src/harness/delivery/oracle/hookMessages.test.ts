import { findDiscrepancy } from '../../../../../src/harness/delivery/observation/discrepancy.ts';
import {
  describeLeftBehind,
  describeUnreset,
  describeUnsteady,
} from '../../../../../src/harness/delivery/oracle/hookMessages.ts';

const left = findDiscrepancy([], [1]);

test.each([
  [describeUnreset, 'observe()[0] is nothing before any event, and then 1 after a reset.'],
  [describeUnsteady, 'in the same order: observe()[0] is nothing, and then 1.'],
  [describeLeftBehind, 'have another outcome (observe()[0] is nothing, and then 1).'],
])('a place is written as code, and its values in their order', (describe, words) => {
  expect(describe(left as never)).toContain(words);
});
