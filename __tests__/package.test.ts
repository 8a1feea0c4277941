import { spawnSync } from 'node:child_process';
import path from 'node:path';
import packageJson from '../package.json';
import * as main from '../src/index.ts';
import { linksOf, readDocument, root } from './helpers/document.ts';

/** What `npm pack` puts into the tarball, except for the build. */
const packed: readonly string[] = (() => {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return files.map(({ path: file }) => file);
})();

test('the package names its sources, its home and its issues', () => {
  const { repository, homepage, bugs } = packageJson;
  expect(repository.url).toMatch(/^git\+https:\/\/\S+\.git$/);
  const address = repository.url.replace(/^git\+|\.git$/g, '');
  expect(homepage).toBe(`${address}#readme`);
  expect(bugs.url).toBe(`${address}/issues`);
});

test("all links in the package's documents work without the repository", () => {
  const documents = packed.filter((file) => /\.(md|txt)$/.test(file));
  expect(documents).toEqual(
    expect.arrayContaining(['README.md', 'CHANGELOG.md', 'llms.txt', 'docs/first-contract.md', 'docs/runners.md']),
  );
  const missing = documents.flatMap((document) =>
    linksOf(document)
      .filter((link) => !/^(https:|#)/.test(link))
      .map((link) => path.posix.join(path.posix.dirname(document), link.split('#')[0] as string))
      .filter((target) => !packed.some((file) => file === target || file.startsWith(`${target}/`)))
      .map((target) => `${document}: ${target}`),
  );
  expect(missing).toEqual([]);
});

test('the package contains nothing that only contributors need', () => {
  const strange = packed.filter(
    (file) =>
      !/^(dist|docs|examples\/refunds)\/|^(README|CHANGELOG)\.md$|^(LICENSE|llms\.txt|package\.json)$/.test(file),
  );
  expect(strange).toEqual([]);
  expect(packed).not.toContain('examples/refunds/package-lock.json');
});

test('llms.txt names every function of the main entry', () => {
  const functions = Object.entries(main).filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name));
  const text = readDocument('llms.txt');
  expect(functions.map(([name]) => name).filter((name) => !text.includes(`\`${name}`))).toEqual([]);
});
