/**
 * An instant as a text that sorts by time. Timestamps of Cases have no, three, six or nine fraction digits, so the raw
 * texts do not sort by time, and milliseconds lose digits.
 * @throws Error if the text is no instant in UTC: the event then goes to the dead-letter queue for inspection
 */
export function sortableInstant(text: string | undefined): string {
  const [, second, fraction = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(text ?? '') ?? [];
  if (second === undefined) throw new Error(`Not an instant: ${String(text).slice(0, 40)}`);
  return `${second}.${fraction.padEnd(9, '0')}Z`;
}
