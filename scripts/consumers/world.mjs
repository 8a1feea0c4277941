import path from 'node:path';
import { once } from './cell.mjs';
import { makeCell, makeProject } from './project.mjs';
import { installs, projects } from './projects.mjs';

/**
 * The shared state of all cells: the tarball, the Nodes (the system's first), the installed projects, and their pacts.
 */
export function worldOf({ root, temporary, tarball, nodes }) {
  const made = Object.fromEntries(
    Object.entries(installs).map(([name, devDependencies], index) => [
      name,
      once(() => makeProject(path.join(temporary, `project-${index}`), { devDependencies }, tarball)),
    ]),
  );
  /** The consumer with this name, and a directory for one of its cells with its files. */
  const cellOf = async (name, cell, filesOf = () => ({})) => {
    const consumer = projects.find((project) => project.name === name);
    const project = await made[consumer.install]();
    return { consumer, project, directory: makeCell(project, `${name} ${cell}`, consumer, filesOf(consumer)) };
  };
  return { root, temporary, tarball, nodes, cellOf, pacts: new Pacts() };
}

/** The hashes of the pacts, one for each version of Pact that the pacts name. */
class Pacts {
  #first = new Map();

  mustBeSame({ install }, pact, name) {
    const version = installs[install]['@pact-foundation/pact'];
    const first = this.#first.get(version) ?? { pact, name };
    this.#first.set(version, first);
    if (first.pact !== pact) throw new Error(`pact ${pact}, but ${first.pact} in "${first.name}"`);
    return pact;
  }
}
