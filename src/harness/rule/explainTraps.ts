import type { Domain } from '../../../model/domain/domain.ts';
import { findTraps } from './traps/findTraps.ts';
import type { RefusedLeaf } from './traps/trap.ts';

/** What is usually behind the leaves that refuse an event, and what to do: a text for each trap. */
export function explainTraps(leaves: readonly RefusedLeaf[], event: object, domain: Domain): readonly string[] {
  const found = leaves.flatMap((leaf) => findTraps(leaf, event, domain));
  return [...new Set(found.map(({ because, todo }) => (todo === undefined ? because : `${because} ${todo}`)))];
}
