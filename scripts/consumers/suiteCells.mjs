import { suiteFiles } from './project.mjs';
import { projects } from './projects.mjs';
import { npmShell } from './shells.mjs';
import { runSuite } from './suiteCell.mjs';

/** The suite of every project on every Node. All pacts of one Pact version must have identical bytes. */
export function* suiteCells({ nodes, cellOf, pacts }) {
  // Ordered by Node, so that successive cells do not wait for the same install.
  for (const node of nodes) {
    for (const consumer of projects) {
      const name = `${consumer.name}, ${node.name}`;
      yield { name, skip: consumer.unfit(node), play };
      async function play() {
        const { directory } = await cellOf(consumer.name, node.name, suiteFiles);
        const { tests, pact } = await runSuite(consumer, directory, npmShell(await node.bin()));
        pacts.mustBeSame(consumer, pact, name);
        return `${tests} tests, pact ${pact}`;
      }
    }
  }
}
