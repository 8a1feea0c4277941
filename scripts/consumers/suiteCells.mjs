import { suiteFiles } from './project.mjs';
import { projects } from './projects.mjs';
import { npmShell } from './shells.mjs';
import { runSuite } from './suiteCell.mjs';

/** The suite of every project on every Node; the pacts of one version of Pact must be the same bytes everywhere. */
export function* suiteCells({ nodes, cellOf, pacts }) {
  // By Node, so that no two cells that wait for the same install come one after the other.
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
