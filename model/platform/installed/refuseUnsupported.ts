/** An error that prints as one sentence, without a stack. */
export function refuseUnsupported(message: string): Error {
  const error = new Error(message);
  error.stack = `${error.name}: ${message}`;
  return error;
}
