/** An error that is one sentence, wherever it is printed: of a stack there is nothing to learn. */
export function unsupported(message: string): Error {
  const error = new Error(message);
  error.stack = `${error.name}: ${message}`;
  return error;
}
