/** Describes any thrown value in one short line, also one that throws when it is read. */
export function describeThrown(error: unknown): string {
  try {
    const { name, message } = Object(error) as Error;
    const words = (error instanceof Object && message !== undefined ? `${name}: ${message}` : String(error)).trim();
    return words.replaceAll(/\s+/g, ' ').slice(0, 200);
  } catch {
    return 'what it throws cannot be read, either';
  }
}
