/**
 * What a change lets through that only removes conditions, in lines; none for any other change.
 * @param changes the lines of a change, such as `options.rule.detail.case: remove it`
 */
export function explainRemoval(changes: readonly string[]): readonly string[] {
  const isRemoval = (line: string): boolean => line.endsWith(': remove it') || line.endsWith(' instead of the pattern');
  if (changes.length === 0 || !changes.every(isRemoval)) return [];
  const isWhole = changes.some(
    (line) => line.endsWith('.detail: remove it') || line.endsWith(' instead of the pattern'),
  );
  return [
    isWhole
      ? 'Every event of Amazon Connect Cases: nothing in detail narrows the rule any more.'
      : 'Every event that meets the rest: what is removed narrows the rule no longer.',
    'If it should narrow it, only its author knows which condition is meant.',
  ];
}
