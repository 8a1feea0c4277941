import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { suiteFiles } from './project.mjs';
import { npmShell } from './shells.mjs';
import { assembled } from './suiteCell.mjs';

const contracts = 7;
/**
 * The number of killed runs. Each has written one more part; they alternate between killing a worker and the whole run.
 */
const KILLS = 4;
const one = (index) => `import { verify } from 'connect-cases-contracts';
import { contracts } from './contracts';
import { handler } from './handler';
import { test } from './runner';

const contract = contracts[${index}];
test(contract.title, () => verify(contract, handler));
`;

/** The files of a suite with a test file for each contract, so that workers and shards share them. */
function splitSuite(consumer) {
  const shared = Object.entries(suiteFiles(consumer)).filter(([file]) => !/\.test\./.test(file));
  const tests = Array.from({ length: contracts }, (_, index) => [`test/contract-${index}.test.ts`, one(index)]);
  return Object.fromEntries([...shared, ...tests]);
}

const jest = (...args) => ['jest', '--testTimeout=120000', ...args];
const vitest = (...args) => ['vitest', 'run', '--testTimeout=120000', ...args];

/** One suite, split over workers and machines, and killed in mid-run. The pact must have identical bytes. */
export function* machineCells({ cellOf, pacts }) {
  const shell = npmShell();
  const splits = [
    ...[1, 2, 8].map((workers) => ['jest 30, swc', `${workers} workers`, jest(`--maxWorkers=${workers}`)]),
    ...['threads', 'forks'].map((pool) => ['vitest 4', pool, vitest(`--pool=${pool}`)]),
  ];
  for (const [project, how, args] of splits) {
    yield cell(`${project}, ${how}`, project, async ({ directory, pactOf }) => {
      await passes(directory, args);
      return `pact ${await pactOf(directory)}`;
    });
  }
  for (const [project, command] of [
    ['jest 30, swc', jest],
    ['vitest 4', vitest],
  ]) {
    yield cell(`${project}, three shards`, project, async ({ directory, another, pactOf }) => {
      const shards = [directory, await another('shard 2'), await another('shard 3')];
      for (const [index, shard] of shards.entries()) await passes(shard, command(`--shard=${index + 1}/3`));
      const titles = await refusal(directory);
      for (const shard of shards.slice(1)) {
        cpSync(path.join(shard, 'pacts'), path.join(directory, 'pacts'), { recursive: true });
      }
      return `pact ${await pactOf(directory)}; one shard alone is refused, ${titles} titles named`;
    });
  }
  yield cell(
    'jest 30, swc, killed in mid-run',
    'jest 30, swc',
    async ({ directory, pactOf }) => {
      let left = 0;
      for (let round = 1; round <= KILLS; round++) left += await killedRun(directory, round);
      await passes(directory, jest('--maxWorkers=2'));
      return `${KILLS} runs killed, no torn part (${left} temporary files left), then pact ${await pactOf(directory)}`;
    },
    process.platform === 'linux' ? undefined : 'finds the workers in /proc',
  );

  function cell(name, projectName, play, skip) {
    return {
      name: `machines: ${name}`,
      skip,
      play: async () => {
        const another = async (more) => (await cellOf(projectName, `${name} ${more}`, splitSuite)).directory;
        const { consumer, directory } = await cellOf(projectName, name, splitSuite);
        const pactOf = async (of) => pacts.mustBeSame(consumer, await assembled(of, shell), name);
        return play({ directory, another, pactOf });
      },
    };
  }

  async function passes(directory, command) {
    const { status, stdout, stderr } = await shell.attempt(command, directory);
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
  }

  /** `assemble` must refuse; returns how many of the missing titles it names. */
  async function refusal(directory) {
    const { status, stderr } = await shell.attempt(['connect-cases', 'assemble'], directory);
    const titles = stderr.match(/refunds (handles|ignores) [\w. ]+/g) ?? [];
    if (status !== 1 || titles.length === 0) throw new Error(`assemble ended with ${status}: ${stderr}`);
    return titles.length;
  }

  /**
   * Starts a run, and kills a worker or everything once there are enough parts; returns the leftover temporary files.
   */
  async function killedRun(directory, parts) {
    const { child, exited } = shell.start(jest('--maxWorkers=2'), directory, {}, { detached: true });
    // The clock of the file system is slightly behind.
    const began = Date.now() - 20;
    const fresh = () => partsIn(directory).filter(({ changed }) => changed >= began).length;
    while (fresh() < parts && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 1));
    const worker = parts % 2 === 0 ? undefined : workersOf(child.pid)[0];
    if (child.exitCode === null) process.kill(worker ?? -child.pid, 'SIGKILL');
    await exited;
    for (const { file } of partsIn(directory)) JSON.parse(readFileSync(file, 'utf8'));
    return filesIn(directory).filter((file) => file.endsWith('.tmp')).length;
  }
}

function filesIn(directory) {
  const pacts = path.join(directory, 'pacts');
  return existsSync(pacts) ? readdirSync(pacts, { recursive: true }).map((file) => path.join(pacts, file)) : [];
}

/** The parts with their write times. A run in progress may delete some meanwhile. */
function partsIn(directory) {
  return filesIn(directory)
    .filter((file) => file.endsWith('.part'))
    .map((file) => ({ file, changed: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }));
}

/** The children of a process. */
function workersOf(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}
