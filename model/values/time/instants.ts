const form = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d+))?Z$/;

/**
 * Compares two ISO 8601 instants in UTC, cut to the coarser precision of the two. Returns less than 0 if the first is
 * earlier, 0 if they are equal, and NaN if either is not such an instant.
 */
export function compareInstants(first: string, second: string): number {
  const [, firstSecond, firstFraction = ''] = form.exec(first) ?? [];
  const [, secondSecond, secondFraction = ''] = form.exec(second) ?? [];
  if (firstSecond === undefined || secondSecond === undefined) return Number.NaN;
  const digits = Math.min(firstFraction.length, secondFraction.length);
  return compareTexts(firstSecond + firstFraction.slice(0, digits), secondSecond + secondFraction.slice(0, digits));
}

function compareTexts(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** The number of fraction digits of an ISO 8601 instant. */
export function countFractionDigits(instant: string): number {
  return form.exec(instant)?.[2]?.length ?? 0;
}

/** Whether a text is an ISO 8601 instant in UTC, of a day and a time that exist. */
export function isInstant(text: string): boolean {
  const [, second] = form.exec(text) ?? [];
  if (second === undefined) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(second);
}
