import { listFirst } from './listFirst.ts';

/** The first words in one line, then the number of the others: `a, b, c and 2 more`. `more` says what these are. */
export function joinFirst(words: readonly string[], most: number, more?: string): string {
  const [shown, left] = [words.slice(0, most), words.slice(most)];
  return [shown.join(', '), ...listFirst(left, 0, String, more)].join(' ');
}
