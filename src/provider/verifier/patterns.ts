import type { AskedInteraction } from '../interaction/pact.ts';

type Rules = AskedInteraction['rules'];

/** A regular expression among the matching rules of an interaction. */
export interface Pattern {
  /** The path of its rule, unchanged from the pact. */
  readonly path: string;
  readonly pattern: string;
}

/** The regular expressions of some rules in order, including those for keys, for values and for elements of lists. */
export function listPatterns(rules: Rules): readonly Pattern[] {
  const found: Pattern[] = [];
  for (const [path, rule] of Object.entries(rules)) {
    changePatterns(rule, (matcher, pattern) => {
      found.push({ path, pattern });
      return matcher;
    });
  }
  return found;
}

/** The same rules with only some of their regular expressions, by number; the others become matchers of the type. */
export function keepPatterns(rules: Rules, isKept: (number: number) => boolean): Rules {
  let number = 0;
  return changePatterns(rules, (matcher) => (isKept(number++) ? matcher : { match: 'type' })) as Rules;
}

function changePatterns(value: unknown, change: (matcher: object, pattern: string) => object): unknown {
  if (Array.isArray(value)) return value.map((part) => changePatterns(part, change));
  if (typeof value !== 'object' || value === null) return value;
  const { match = 'regex', regex } = value as { readonly match?: unknown; readonly regex?: unknown };
  if (match === 'regex' && typeof regex === 'string') return change(value, regex);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, changePatterns(part, change)]));
}
