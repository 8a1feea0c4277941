/** The most nested levels that Pact's verifier reads. */
const MOST_LEVELS = 126;

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Why Pact's verifier could not read JSON that Node reads: it then reads nothing of the whole file.
 * @param above the number of levels above the value
 */
export function explainUnreadableJson(value: unknown, above: number = 0): string | undefined {
  if (typeof value === 'string') return LONE_SURROGATE.test(value) ? HALF : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (above === MOST_LEVELS) return DEEP;
  for (const [key, part] of Object.entries(value)) {
    const why =
      (Array.isArray(value) ? undefined : explainUnreadableJson(key)) ?? explainUnreadableJson(part, above + 1);
    if (why !== undefined) return why;
  }
  return undefined;
}

const DEEP = `more than ${MOST_LEVELS} objects and lists are nested in each other`;
const HALF = 'a text holds half of a surrogate pair, which is not a character';
