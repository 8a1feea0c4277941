/** So many characters of what a broker says are looked at, and printed: who wants more asks the broker. */
const MOST = 20_000;

/** The beginning of a text of a broker, which may have millions of characters, made to keep a pattern busy. */
export function cutText(text: string): string {
  if (text.length <= MOST) return text;
  return `${text.slice(0, MOST)}… (${(text.length - MOST).toLocaleString('en')} more characters)`;
}
