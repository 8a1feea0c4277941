import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/command.mjs';
import { quiet, write } from './project.mjs';

const SHARED = 'The same files';

/** Follows each section of docs/runners.md to the letter in an empty directory, with the tarball as the package. */
export function* docsCells({ root, temporary, tarball }) {
  const { [SHARED]: shared, ...sections } = sectionsOf(readFileSync(path.join(root, 'docs', 'runners.md'), 'utf8'));
  for (const [title, section] of Object.entries(sections)) {
    yield {
      name: `docs/runners.md: ${title}`,
      play: async () => {
        const directory = path.join(temporary, `docs-${title.replaceAll(/\W+/g, '-')}`);
        write(directory, { ...filesOf(shared), ...filesOf(section) });
        const commands =
          section
            .match(/^```sh\n([\s\S]*?)^```$/m)?.[1]
            .trim()
            .split('\n') ?? [];
        for (const command of commands) await run('sh', ['-c', withTarball(command, tarball)], { cwd: directory });
        const pact = path.join(directory, 'pacts', 'refunds-aws.cases.json');
        if (!existsSync(pact)) throw new Error(`there is no pact after ${commands.join(' && ')}`);
        return `${commands.length} commands, a pact`;
      },
    };
  }
}

function withTarball(command, tarball) {
  return command.replace(/^npm i -D connect-cases-contracts(?= |$)/, `npm i -D ${quiet.join(' ')} ${tarball}`);
}

function sectionsOf(page) {
  return Object.fromEntries(
    page
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0], section]),
  );
}

/** The code blocks with a file name in their first line, or in the comment before them. */
function filesOf(section) {
  const named = section.matchAll(/^```[cm]?[jt]s\n(\/\/ (\S+)\n[\s\S]*?)^```$/gm);
  const commented = section.matchAll(/^<!-- file: (\S+) -->\n```\w+\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([
    ...[...named].map(([, text, file]) => [file, text]),
    ...[...commented].map(([, file, text]) => [file, text]),
  ]);
}
