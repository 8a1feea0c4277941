import type { AskedInteraction } from '../interaction/pact.ts';
import { keepPatterns, listPatterns, type Pattern } from './patterns.ts';

type Rules = AskedInteraction['rules'];

/** Finds the slow regular expression among some rules by bisection, because Pact's verifier does not name it. */
export async function findSlowPattern(
  rules: Rules,
  isSlow: (some: Rules) => Promise<boolean>,
): Promise<Pattern | undefined> {
  const patterns = listPatterns(rules);
  let [from, to] = [0, patterns.length];
  while (to - from > 1) {
    const middle = Math.ceil((from + to) / 2);
    const [first, end] = [from, middle];
    if (await isSlow(keepPatterns(rules, (number) => number >= first && number < end))) to = middle;
    else from = middle;
  }
  return patterns[from];
}
