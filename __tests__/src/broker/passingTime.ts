/**
 * Makes time pass without waiting, until the mocks are restored. @returns a function that advances time by a number of
 * milliseconds
 */
export function passingTime(): (milliseconds: number) => void {
  let passed = 0;
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  return (milliseconds) => {
    passed += milliseconds;
  };
}

/** Advances time by a minute before each retry of a broker. */
export function givingUpAtOnce(): void {
  const pass = passingTime();
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    if (String(text).includes('The command retries')) pass(60_000);
    return true;
  });
}
