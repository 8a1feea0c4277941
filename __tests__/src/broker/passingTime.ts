/**
 * Lets time pass without waiting for it, until the mocks are restored.
 * @returns lets so many milliseconds pass at once
 */
export function passingTime(): (milliseconds: number) => void {
  let passed = 0;
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  return (milliseconds) => {
    passed += milliseconds;
  };
}

/** Lets a minute pass when a broker is about to be asked again. */
export function givingUpAtOnce(): void {
  const pass = passingTime();
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    if (String(text).includes('The command retries')) pass(60_000);
    return true;
  });
}
