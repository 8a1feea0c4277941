/**
 * Counts results: `report('ok' | 'FAIL' | 'skip', name, text)` prints a line, and `summary` prints the counts that CI
 * reads.
 */
export function tally() {
  const counts = { ok: 0, FAIL: 0, skip: 0 };
  return {
    report(outcome, name, text) {
      counts[outcome]++;
      console.log(`${outcome.padEnd(4)}  ${name}: ${text}`);
    },
    summary() {
      const skipped = counts.skip === 0 ? '' : `, ${counts.skip} skipped`;
      console.log(`${counts.ok} passed, ${counts.FAIL} failed${skipped}`);
      if (counts.FAIL > 0 || counts.ok === 0) process.exitCode = 1;
    },
  };
}
