/** The length of a text as the Cases API counts it: Unicode code points. */
export function measureLength(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count--;
      index++;
    }
  }
  return count;
}

/** Cuts a text to its beginning and a `…`, never through a surrogate pair. */
export function cutToHead(text: string, length: number = 24): string {
  return `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Cuts a text to its end from a place on, after a `…`, never through a surrogate pair. */
export function cutToTail(text: string, from: number): string {
  return `…${text.slice(from).replace(/^[\udc00-\udfff]/, '')}`;
}

/** Cuts a text to at most this many characters, including the `…`. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : cutToHead(text, most - 1);
}

/** Sentences in a row, each with its end. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.map((sentence) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ');
}
