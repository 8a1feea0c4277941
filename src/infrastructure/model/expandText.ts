/** The most names that stand for one another in a row. */
const DEPTH = 4;

/**
 * A text with what its names in braces mean, as far as that is known.
 * @param texts what they mean, by name
 */
export function expandText(text: string, texts: ReadonlyMap<string, string>, depth: number = DEPTH): string {
  if (depth === 0) return text;
  return text.replace(/\$\{([^}]*)\}/g, (braced, name: string) => {
    const meant = texts.get(name);
    return meant === undefined ? braced : expandText(meant, texts, depth - 1);
  });
}
