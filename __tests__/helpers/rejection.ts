/** The error of a rejected run; if the handler passes, an error that says so. */
export async function rejection(run: Promise<unknown>): Promise<Error> {
  return run.then(
    () => new Error('the handler passed'),
    (error: unknown) => error as Error,
  );
}
