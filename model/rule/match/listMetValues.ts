import type { Scalar } from '../operators/condition.ts';
import { type Elements, joinElements, noElements } from './elements.ts';
import { type LeafMatcher, meetsAll } from './matcher.ts';
import { visitValues } from './visitValues.ts';

/**
 * The value that meets each leaf, where an event meets all of them. Values in a list lie in elements that meet the leaves
 * together. It is undefined for a leaf that holds because nothing is there.
 */
export function listMetValues(matchers: readonly LeafMatcher[], event: unknown): readonly (Scalar | undefined)[] {
  let chosen: Elements = noElements;
  return matchers.map((matcher, index) => {
    const others = matchers.slice(index + 1);
    let met: { readonly value: Scalar; readonly elements: Elements } | undefined;
    visitValues(
      event,
      matcher.route,
      (value, found) => {
        if (!matcher.admits(value)) return false;
        const elements = joinElements(chosen, found);
        if (!meetsAll(others, event, elements)) return false;
        met = { value, elements };
        return true;
      },
      chosen,
    );
    chosen = met?.elements ?? chosen;
    return met?.value;
  });
}
