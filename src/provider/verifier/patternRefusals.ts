import { escapeControls } from '../../../model/platform/escapeControls.ts';
import { shorten } from '../../../model/values/text.ts';
import type { Pattern } from './patterns.ts';

/** Why an interaction is refused if Pact's verifier gives up on its regular expression. */
export function explainSlowPattern(pattern: Pattern | undefined): string {
  const which = pattern === undefined ? 'one of its regular expressions' : describePattern(pattern);
  return `${which} takes too long: on a text that AWS may send, Pact's verifier gives up after 10,000,000 backtracking steps, the limit of its regular-expression library (Oniguruma). Write it without nested repetitions such as (a+)+, or match this place by type`;
}

/** Why an interaction is refused if its regular expression is invalid. */
export function explainBrokenPattern(pattern: Pattern, why: string): string {
  return `Pact's verifier cannot read ${describePattern(pattern)} (${showText(why)}). Correct it in the consumer's test: Pact's verifier takes the syntax of Oniguruma, as Ruby does`;
}

function describePattern({ path, pattern }: Pattern): string {
  return `its regular expression ${escapeControls(JSON.stringify(shorten(pattern, MOST)))} at ${showText(path)}`;
}

/** On one line. */
function showText(text: string): string {
  return escapeControls(
    JSON.stringify(shorten(text, MOST)).slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\'),
  );
}

const MOST = 120;
