/** Names the running test, as the runner does for failures. Returns a function that restores its own name. */
export function nameTest(title: string): () => void {
  const { currentConcurrentTestName: own } = expect.getState() as { currentConcurrentTestName?: () => string };
  const name = (current: (() => string) | undefined): void =>
    expect.setState({ currentConcurrentTestName: current } as object);
  name(() => title);
  return () => name(own);
}
