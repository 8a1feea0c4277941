/** Sentences in a row, each with its end. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.map((sentence) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ');
}
