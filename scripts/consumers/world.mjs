import path from 'node:path';
import { once } from './cell.mjs';
import { makeProject } from './project.mjs';
import { projects } from './projects.mjs';

/** What all cells share: the tarball, the Nodes, the system's first, the installed projects, and the pacts they made. */
export function worldOf({ root, temporary, tarball, nodes }) {
  const installs = new Map(
    projects.map((consumer, index) => [
      consumer.name,
      once(async () => {
        const project = await makeProject(path.join(temporary, `project-${index}`), consumer, tarball);
        return { consumer, project };
      }),
    ]),
  );
  return { root, temporary, tarball, nodes, installed: (name) => installs.get(name)(), pacts: new Pacts() };
}

/** The hashes of the pacts: one for each version of Pact, whose name each pact holds. */
class Pacts {
  #first = new Map();

  mustBeSame({ devDependencies }, pact, name) {
    const version = devDependencies['@pact-foundation/pact'];
    const first = this.#first.get(version) ?? { pact, name };
    this.#first.set(version, first);
    if (first.pact !== pact) throw new Error(`pact ${pact}, but ${first.pact} in "${first.name}"`);
    return pact;
  }
}
