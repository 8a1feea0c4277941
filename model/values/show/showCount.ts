/** A number of things in words: `1 event`, `1,200 events`. The plural of the word ends in `s`. */
export function showCount(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
}
