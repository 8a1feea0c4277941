import type { Domain } from '../../../../model/domain/domain.ts';
import { findTraps } from './findTraps.ts';
import type { RefusedLeaf } from './trap.ts';

/**
 * What is usually behind the leaves that refuse an event, and what to do: a text for each trap.
 * @param part `because` leaves out what to do
 */
export function explainTraps(
  leaves: readonly RefusedLeaf[],
  event: object,
  domain: Domain,
  part?: 'because',
): readonly string[] {
  const found = leaves.flatMap((leaf) => findTraps(leaf, event, domain));
  const texts = found.map(({ because, todo }) =>
    todo === undefined || part !== undefined ? because : `${because} ${todo}`,
  );
  return [...new Set(texts)];
}
