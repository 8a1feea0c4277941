import { type FactName, facts } from '../../facts/facts.ts';
import { formatPath } from '../../values/eventPath.ts';
import { shorten } from '../../values/text.ts';
import type { Leaf } from '../compile/leaf.ts';
import type { Scalar } from '../operators/condition.ts';
import type { LeafMismatch } from './leafMismatch.ts';

/** Describes a leaf that an event does not meet, and says it in one line. */
export function makeMismatch(
  { path, text: condition, branches }: Leaf,
  received: readonly Scalar[],
  because: string,
  factName?: FactName,
): LeafMismatch {
  const branch = branches.at(-1);
  const where = branch === undefined ? '' : ` in ${branch}`;
  const text = `${formatPath(path)}${where} must meet ${shorten(condition, MOST_SHOWN)}: ${because}`;
  if (factName === undefined) return { text, path, condition, received, because, branches };
  const fact = facts[factName];
  return { text: `${text} (AWS: ${fact.states})`, path, condition, received, because, branches, fact };
}

/** The most characters of a condition in the line. */
const MOST_SHOWN = 200;
