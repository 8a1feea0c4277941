/** The text of base64 data from a stream. */
export function decodeBase64(data: string): string {
  return Buffer.from(data, 'base64').toString();
}
