/**
 * The file in which a function was called, as the stack tells it; undefined where it does not.
 * @param called the function, which must be on the stack
 */
export function callerFile(called: (...parameters: never[]) => unknown): string | undefined {
  const limit = Error.stackTraceLimit;
  const at: { stack?: string } = {};
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(at, called);
  Error.stackTraceLimit = limit;
  const [, file] =
    /(?:\(|at )(?:async )?(?:file:\/\/)?((?:\/|[A-Za-z]:[\\/]).*?):\d+(?::\d+)?\)?$/m.exec(at.stack ?? '') ?? [];
  return file;
}
