/** A text as a literal of source code, in single quotes. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
