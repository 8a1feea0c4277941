/** What a run is rejected with; of a handler that passed, an error that says so. */
export async function rejection(run: Promise<unknown>): Promise<Error> {
  return run.then(
    () => new Error('the handler passed'),
    (error: unknown) => error as Error,
  );
}
