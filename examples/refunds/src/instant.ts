/**
 * An instant as a text whose order is the order of time. Timestamps of Cases have no, three, six or nine fraction
 * digits, so that neither they nor their milliseconds can be compared as they are.
 * @throws Error when the text is no instant in UTC: the event then ends in the dead-letter queue, where someone looks
 */
export function sortableInstant(text: string | undefined): string {
  const [, second, fraction = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/.exec(text ?? '') ?? [];
  if (second === undefined) throw new Error(`Not an instant: ${String(text).slice(0, 40)}`);
  return `${second}.${fraction.padEnd(9, '0')}Z`;
}
