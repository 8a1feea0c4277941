/** Lets each test of a file run as on a machine of a developer: failures keep witness files. */
export function withoutCi(): void {
  const { CI } = process.env;
  beforeEach(() => {
    delete process.env.CI;
  });
  afterEach(() => {
    if (CI !== undefined) process.env.CI = CI;
  });
}
