import { cpSync } from 'node:fs';
import path from 'node:path';
import { nodeOf } from './nodes.mjs';
import { makeProject, suiteFiles, write } from './project.mjs';
import { jest, nodeTest } from './runners.mjs';
import { npmShell } from './shells.mjs';

const sentences = {
  node: 'connect-cases-contracts runs on Node 20.19 and later of 20, or 22 and newer; this is Node 18.',
  jest: 'connect-cases-contracts runs in jest 29 and newer; this is jest 28.',
  pact: 'is installed, but not supported. Supported: 16.4.0, or 17.1.2 and later of 17. Run: npm install --save-dev @pact-foundation/pact@16.4.0',
  noPact: "@pact-foundation/pact is not installed: Pact's own library writes every contract",
  fastCheck: 'connect-cases-contracts needs fast-check 4; what it finds is fast-check 3.',
  noFastCheck:
    'connect-cases-contracts needs fast-check 4, which is not installed. Run: npm install --save-dev fast-check@4',
  copies: 'connect-cases-contracts: two copies of fast-check are in use: ',
};
const pact = { '@pact-foundation/pact': '16.4.0' };
const fastCheck = { 'fast-check': '4.10.2' };
const entries = [
  'connect-cases-contracts',
  'connect-cases-contracts/arbitraries',
  'connect-cases-contracts/schema',
  'connect-cases-contracts/rules',
];
const loaded = (names) => names.map((name) => ['node', '-e', `require('${name}')`]);
const imported = (names) => names.map((name) => ['node', '--input-type=module', '-e', `import '${name}'`]);
const testsOf = (file) => [['node', '--test', file]];

/** Every unsupported setup gets one sentence that names what is supported, without a stack of ours. */
export function* badInputCells({ temporary, tarball, cellOf }) {
  yield cell('Node 18', async () => {
    const { directory } = await cellOf('node:test, ESM', 'Node 18');
    const shell = npmShell(await nodeOf(temporary, '18').bin());
    const commands = [...loaded(entries), ...imported(entries), ['connect-cases', 'assemble']];
    return refused(shell, directory, commands, sentences.node);
  });
  yield cell('jest 28', async () => {
    const consumer = { language: 'cjs', runner: jest, devDependencies: { ...pact, ...fastCheck, jest: '28' } };
    return refused(npmShell(), await projectOf('jest-28', consumer), [['jest', 'contract.test']], sentences.jest);
  });
  for (const version of ['16.5.0', '17.1.0']) {
    yield cell(`Pact ${version}`, async () => {
      const directory = await nodeProject(`pact-${version}`, { ...fastCheck, '@pact-foundation/pact': version });
      return refused(npmShell(), directory, testsOf('test/contract.test.js'), sentences.pact);
    });
  }
  yield cell('no Pact', async () =>
    refused(npmShell(), await nodeProject('no-pact', fastCheck), testsOf('test/contract.test.js'), sentences.noPact),
  );
  yield cell('fast-check 3', async () => {
    const directory = await nodeProject('fast-check-3', { ...pact, 'fast-check': '3' });
    const names = entries.slice(0, 2);
    return refused(npmShell(), directory, [...loaded(names), ...imported(names)], sentences.fastCheck);
  });
  yield cell('no fast-check', async () => {
    const directory = await nodeProject('no-fast-check', pact);
    const names = entries.slice(0, 2);
    await refused(npmShell(), directory, imported(names), 'fast-check');
    return `${await refused(npmShell(), directory, loaded(names), sentences.noFastCheck)} (ES modules: in Node's words)`;
  });
  yield cell('two copies of fast-check', async () => {
    const directory = await nodeProject('two-copies', { ...pact, ...fastCheck });
    const modules = path.join(directory, 'node_modules');
    const second = path.join(modules, 'connect-cases-contracts', 'node_modules', 'fast-check');
    cpSync(path.join(modules, 'fast-check'), second, { recursive: true });
    const { status, stdout, stderr } = await npmShell().attempt(testsOf('test/arbitraries.test.js')[0], directory);
    const told = `${stdout}${stderr}`.split(sentences.copies).length - 1;
    if (status !== 0 || told !== 1) throw new Error(`told ${told} times, exit code ${status}\n${stdout}${stderr}`);
    return 'told once, and the properties hold';
  });

  function cell(name, play) {
    return { name: `bad input: ${name}`, play };
  }

  /** A project whose peers npm does not check. */
  async function projectOf(name, consumer) {
    const directory = path.join(temporary, name);
    write(directory, { '.npmrc': 'legacy-peer-deps=true\n' });
    return makeProject(directory, { ...consumer, files: { ...consumer.files, ...suiteFiles(consumer) } }, tarball);
  }

  function nodeProject(name, devDependencies) {
    return projectOf(name, { language: 'mjs', runner: nodeTest, files: {}, devDependencies });
  }
}

async function refused(shell, directory, commands, sentence) {
  for (const command of commands) {
    const { status, stdout, stderr } = await shell.attempt(command, directory);
    const said = `${stdout}${stderr}`;
    const line = said.split('\n').find((text) => text.includes(sentence));
    if (status === 0 || line === undefined) throw new Error(`${command.join(' ')} ended with ${status}:\n${said}`);
    if (/^ +at .*connect-cases-contracts.dist/m.test(said))
      throw new Error(`${command.join(' ')} shows a stack:\n${said}`);
  }
  return `${commands.length} times "${sentence.slice(0, 60)}…"`;
}
