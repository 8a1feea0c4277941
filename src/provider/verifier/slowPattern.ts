import type { AskedInteraction } from '../interaction/pact.ts';
import { type Pattern, patternsIn, withPatterns } from './patterns.ts';

type Rules = AskedInteraction['rules'];

/** Finds the slow regular expression among some rules by bisection, because Pact's verifier does not name it. */
export async function slowPattern(
  rules: Rules,
  isSlow: (some: Rules) => Promise<boolean>,
): Promise<Pattern | undefined> {
  const patterns = patternsIn(rules);
  let [from, to] = [0, patterns.length];
  while (to - from > 1) {
    const middle = Math.ceil((from + to) / 2);
    const [first, end] = [from, middle];
    if (await isSlow(withPatterns(rules, (number) => number >= first && number < end))) to = middle;
    else from = middle;
  }
  return patterns[from];
}
