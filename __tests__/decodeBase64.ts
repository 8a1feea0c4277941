/** The text that a stream brings in base64. */
export function decodeBase64(data: string): string {
  return Buffer.from(data, 'base64').toString();
}
