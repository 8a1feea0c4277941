import type { AskedInteraction } from '../interaction/pact.ts';
import { type Pattern, patternsIn, withPatterns } from './patterns.ts';

type Rules = AskedInteraction['rules'];

/**
 * The regular expression that is too slow, among those of some rules: Pact's verifier does not say which it was. It is
 * found by halves.
 */
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
