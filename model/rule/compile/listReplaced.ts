import { parseJson } from '../json/parseJson.ts';
import { type Clause, compileClauses } from './clauses.ts';
import type { Leaf } from './leaf.ts';

/** Two leaves for one key. In some combination of branches the later one counts, and the other does not. */
export interface ReplacedLeaf {
  readonly leaf: Leaf;
  readonly by: Leaf;
}

/** The leaves of a pattern, written as JSON, that another leaf replaces: beside `$or`, or in a branch of it. */
export function listReplaced(text: string): readonly ReplacedLeaf[] {
  return findReplaced(compileClauses(parseJson(text)), []).replaced;
}

interface Found {
  /** Every leaf up to a clause, in any branch. */
  readonly leaves: readonly Leaf[];
  readonly replaced: readonly ReplacedLeaf[];
}

function findReplaced(clauses: readonly Clause[], before: readonly Leaf[]): Found {
  return clauses.reduce<Found>(
    ({ leaves, replaced }, clause) => {
      if ('choices' in clause) {
        // Branches of one choice never meet in a combination.
        const branches = clause.choices.map((choice) => findReplaced(choice, leaves));
        return {
          leaves: [...new Set(branches.flatMap((branch) => branch.leaves))],
          replaced: [...replaced, ...branches.flatMap((branch) => branch.replaced)],
        };
      }
      const { leaf } = clause;
      const same = leaves.filter(({ path }) => path.join('.') === leaf.path.join('.'));
      const more = same.map((other) => ({ leaf: other, by: leaf }));
      return { leaves: [...leaves, leaf], replaced: [...replaced, ...more] };
    },
    { leaves: before, replaced: [] },
  );
}
