import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suiteFiles } from './project.mjs';
import { npmShell } from './shells.mjs';
import { assembled } from './suiteCell.mjs';

/** Milliseconds without a further run that prove that no runner was woken. */
const QUIET = 2500;
const LIMIT = 180_000;

/** Reporters that write the number of failed tests of each run. Their file lies outside the watched files. */
const jestReporter = `const { appendFileSync } = require('node:fs');
module.exports = class {
  onRunComplete(_, { numTotalTests, numFailedTests }) {
    appendFileSync(process.env.RUNS, JSON.stringify({ tests: numTotalTests, failed: numFailedTests }) + '\\n');
  }
};
`;
const vitestReporter = `import { appendFileSync } from 'node:fs';
export default class {
  onFinished(files = []) {
    const tests = files.flatMap(({ tasks }) => tasks);
    const failed = tests.filter(({ result }) => result?.state === 'fail').length;
    appendFileSync(process.env.RUNS, JSON.stringify({ tests: tests.length, failed }) + '\\n');
  }
  onTestRunEnd(modules) {
    const tests = modules.flatMap(({ children }) => [...children.allTests()]);
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    appendFileSync(process.env.RUNS, JSON.stringify({ tests: tests.length, failed }) + '\\n');
  }
}
`;

const watchers = [
  ['jest 30, swc', ['jest', '--watchAll', '--reporters=./runs.cjs'], { 'runs.cjs': jestReporter }],
  ['vitest 4', ['vitest', '--watch', '--reporter=./runs.mjs'], { 'runs.mjs': vitestReporter }],
];

/** Watch mode: one save causes one run; our own files cause none; a changed table changes the pact. */
export function* watchCells({ cellOf, temporary }) {
  for (const [name, args, reporter] of watchers) {
    yield {
      name: `watch mode: ${name}`,
      alone: true,
      play: async () => {
        const { directory } = await cellOf(name, 'watch', (consumer) => ({ ...watchedFiles(consumer), ...reporter }));
        const RUNS = path.join(temporary, `runs-${name.replaceAll(/\W/g, '-')}`);
        rmSync(RUNS, { force: true });
        const shell = npmShell();
        const { child, exited, printed } = shell.start(args, directory, { RUNS, CI: undefined });
        try {
          return await watched({
            directory,
            runs: () => runsIn(RUNS),
            printed,
            pactOf: () => assembled(directory, shell),
          });
        } finally {
          child.kill('SIGKILL');
          await exited;
        }
      },
    };
  }
}

/** The suite without tests that fail on purpose or take long. */
function watchedFiles(consumer) {
  const left = ['test/faults.test.ts', 'test/timers.test.ts', 'test/arbitraries.test.ts', 'test/delivery.test.ts'];
  return Object.fromEntries(Object.entries(suiteFiles(consumer)).filter(([file]) => !left.includes(file)));
}

async function watched({ directory, runs, printed, pactOf }) {
  let done = 0;
  /** Waits for the next run, and checks that no other follows. */
  const nextRun = async (what, failed) => {
    const began = Date.now();
    while (runs().length === done) {
      if (Date.now() - began > LIMIT) throw new Error(`no run after ${what}\n${printed.stdout}${printed.stderr}`);
      await pause(20);
    }
    const took = Date.now() - began;
    await pause(QUIET);
    const more = runs().length - done;
    if (more !== 1) throw new Error(`${more} runs after ${what}, and one was expected`);
    done++;
    const last = runs().at(-1);
    if (last.failed !== failed) {
      throw new Error(
        `${last.failed} of ${last.tests} tests failed after ${what}, and ${failed} were expected\n${printed.stdout}${printed.stderr}`,
      );
    }
    return took;
  };
  const change = (file, from, to) => {
    const name = path.join(directory, 'test', file);
    const text = readFileSync(name, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(name, text.replace(from, to));
  };

  await nextRun('the start', 0);
  await pactOf();
  change('handler.ts', 'performedBy?.user?.userArn', 'performedBy?.user.userArn');
  await nextRun('saving a faulty handler', 1);
  if (!existsSync(path.join(directory, '__witnesses__'))) throw new Error('no witness was kept');
  change('handler.ts', 'performedBy?.user.userArn', 'performedBy?.user?.userArn');
  const took = await nextRun('saving the mended handler', 0);
  if (existsSync(path.join(directory, '__witnesses__'))) throw new Error('the witness was not dropped');
  const before = await pactOf();
  change('handler.ts', "refund?.fields?.status === undefined ? 'new' : 'known'", "'new'");
  await nextRun('saving a handler that reads less than the table declares', 1);
  change('contracts.ts', "['case.caseId', 'case.fields.status']", "['case.caseId']");
  const changed = await nextRun('changing the table', 0);
  if ((await pactOf()) === before) throw new Error('the pact is still that of the table before');
  return `one run each save, ${took} ms from saving the handler to the result of 7 contracts, ${changed} ms for the table`;
}

function runsIn(file) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
