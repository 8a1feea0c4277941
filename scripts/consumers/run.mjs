// `npm run test:consumers`: tests the packed tarball in small real projects. Prints one line for each cell, then a
// count. `npm run test:consumers -- vitest "Node 22"` runs the cells with all these words in their names.
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { aloneDirectory } from '../lib/aloneDirectory.mjs';
import { secondsSince } from '../lib/secondsSince.mjs';
import { tally } from '../lib/tally.mjs';
import { packInto } from '../lib/tarball.mjs';
import { badInputCells } from './badInputCells.mjs';
import { bundleCells } from './bundleCells.mjs';
import { Skipped } from './cell.mjs';
import { docsCells } from './docsCells.mjs';
import { machineCells } from './machineCells.mjs';
import { nodesIn } from './nodes.mjs';
import { packageManagerCells } from './packageManagerCells.mjs';
import { suiteCells } from './suiteCells.mjs';
import { typeCells } from './typeCells.mjs';
import { watchCells } from './watchCells.mjs';
import { worldOf } from './world.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const words = process.argv.slice(2);
const temporary = aloneDirectory('connect-cases-consumers-');
const { report, summary } = tally();
let secondTries = 0;

try {
  const world = worldOf({ root, temporary, tarball: await packInto(temporary, root), nodes: nodesIn(temporary) });
  const cells = [
    suiteCells,
    machineCells,
    packageManagerCells,
    bundleCells,
    docsCells,
    typeCells,
    badInputCells,
    watchCells,
  ]
    .flatMap((cellsOf) => [...cellsOf(world)])
    .filter(({ name }) => words.every((word) => name.includes(word)));
  await play(cells);
  if (secondTries > 0)
    console.log(`${secondTries} of them at the second try: see above whether only the machine was slow`);
  summary();
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Runs one cell more at a time than there are processors, because installs wait for disks. Cells that must run alone
 * come last.
 */
async function play(cells) {
  const together = cells.filter(({ alone }) => !alone);
  const worker = async () => {
    for (let cell = together.shift(); cell !== undefined; cell = together.shift()) await playOne(cell);
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));
  for (const cell of cells.filter(({ alone }) => alone)) await playOne(cell);
}

/** Runs a cell; a failed one runs again and reports it, because CI machines sometimes stall. */
async function playOne({ name, skip, play }) {
  if (skip !== undefined) return report('skip', name, skip);
  const began = performance.now();
  const tell = (outcome, text) => report(outcome, name, `${text}, ${secondsSince(began)}`);
  try {
    tell('ok', await play());
  } catch (first) {
    if (first instanceof Skipped) return report('skip', name, first.message);
    try {
      tell('ok', `${await play()}, AT THE SECOND TRY after\n${first.message}\n`);
      secondTries++;
    } catch (second) {
      tell('FAIL', `\n${second.message}\n`);
    }
  }
}
