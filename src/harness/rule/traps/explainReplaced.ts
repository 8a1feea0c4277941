import { listReplaced } from '../../../../model/rule/compile/listReplaced.ts';
import type { Rule } from '../../../../model/rule/rule.ts';
import { formatSegment } from '../../../../model/values/eventPath.ts';

/** A sentence for each condition that does not count, because the same key stands beside `$or` and in a branch. */
export function explainReplaced({ patterns }: Rule): readonly string[] {
  const sentences = patterns.flatMap(({ argument, text }) =>
    listReplaced(text).map(({ leaf, by }) => {
      const [lost, kept] = [leaf, by].map(({ place }) => `${argument}${place.map(formatSegment).join('')}`);
      if (lost === kept) return `${lost} is written twice: the later one counts.`;
      return `${lost} does not count where ${kept} does: the engine of AWS keeps the later of two conditions on one key.`;
    }),
  );
  return [...new Set(sentences)];
}
