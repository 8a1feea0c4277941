const LONGEST = 280;

/** The beginning of a text for a list, never ending in half a character. */
export function previewOf(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST - 1);
  return `${head.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
