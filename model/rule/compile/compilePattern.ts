import { parseJson } from '../json/parseJson.ts';
import { compileClauses } from './clauses.ts';
import { type Combination, listCombinations } from './combinations.ts';

/**
 * The combinations of leaves that a pattern, written as JSON, admits.
 * @throws InvalidArgumentError for whatever AWS refuses, with the place in the pattern
 */
export function compilePattern(text: string): readonly Combination[] {
  return listCombinations(compileClauses(parseJson(text)));
}
