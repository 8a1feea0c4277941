/** The characters of a broker's text that are examined and printed. */
const MOST = 20_000;

/** The beginning of a broker's text, which may have millions of characters to keep a pattern busy. */
export function cutText(text: string): string {
  if (text.length <= MOST) return text;
  return `${text.slice(0, MOST)}… (${(text.length - MOST).toLocaleString('en')} more characters)`;
}
