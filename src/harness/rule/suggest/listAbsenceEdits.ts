import type { PatternEdit } from '../../../../model/rule/change/patternEdit.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { listOperands } from '../../../../model/rule/compile/listOperands.ts';

/** The absence of any value joins a leaf. With `exists: true` the leaf would admit everything: then it can go. */
export function listAbsenceEdits({ place, text }: Pick<Leaf, 'place' | 'text'>): readonly PatternEdit[] {
  if (listOperands(text, 'exists').includes(true)) return [];
  return [{ write: place, conditions: [...(JSON.parse(text) as unknown[]), { exists: false }] }];
}
