import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toSentence } from '../../../src/cli/toSentence.ts';
import { builtCommand } from './command.ts';

const { dir, env, file } = builtCommand();

function ofNode(code: string, rest: object = {}): Error {
  return Object.assign(new Error(`${code}: something, open 'x'`), { code, ...rest });
}

test.each<[unknown, string]>([
  [new Error('In our words.'), 'In our words.'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [
    ofNode('EMFILE', { syscall: 'open', path: '/a/b' }),
    'It cannot be done: this process has too many files open (EMFILE, open /a/b). Raise its limit (ulimit -n), and run the command again.',
  ],
  [ofNode('ENOSPC'), 'It cannot be done: the disk is full (ENOSPC). Make room, and run the command again.'],
  [
    Object.assign(new Error('The pact is not written: the disk is full.'), { code: 'ENOSPC' }),
    'The pact is not written: the disk is full.',
  ],
  [
    Object.assign(new Error('Access to this API has been restricted'), {
      code: 'ERR_ACCESS_DENIED',
      permission: 'FileSystemWrite',
      resource: '/tmp/x',
    }),
    "Node's permission model (--permission) does not allow this (FileSystemWrite, /tmp/x). Run the command without it, or with --allow-fs-write; verify-provider and whatever talks to a broker start processes, which need --allow-child-process and --allow-addons, too.",
  ],
  [
    Object.assign(new Error('Access to this API has been restricted'), {
      code: 'ERR_ACCESS_DENIED',
      permission: 'ChildProcess',
      resource: '',
    }),
    "Node's permission model (--permission) does not allow this (ChildProcess). Run the command without it, or with --allow-child-process; verify-provider and whatever talks to a broker start processes, which need --allow-child-process and --allow-addons, too.",
  ],
])('the message for %p is a sentence for people', (error, sentence) => {
  expect(toSentence(error)).toBe(sentence);
});

const onLinux = process.platform === 'linux' ? test : test.skip;

/** In its own process group: a signal for a child that never started must not end this one. */
function limited(limit: string, ...parameters: string[]) {
  const typed = [process.execPath, file, ...parameters].map((word) => JSON.stringify(word)).join(' ');
  return spawnSync('setsid', ['--wait', 'bash', '-c', `${limit}; exec ${typed}`], { cwd: dir, env, encoding: 'utf8' });
}

const contents = { content: { detail: { eventType: 'CASE.CREATED' } }, contentType: 'application/json' };
const pact = {
  consumer: { name: 'c' },
  provider: { name: 'aws.cases' },
  interactions: [{ type: 'Asynchronous/Messages', description: 'a', contents }],
  metadata: { pactSpecification: { version: '4.0' } },
};

// The number of files that Node itself has open differs by version: at one of these limits a command runs out of them.
const few = [20, 22, 24, 26, 28, 30];

/** Refuses every request, so that nobody retries. */
const REFUSING = `require('node:http').createServer((_, answer) => answer.writeHead(401).end()).listen(0, '127.0.0.1', function () { console.log(this.address().port); })`;

onLinux(
  'a command says that it may have too few files, and ends nothing but itself',
  async () => {
    writeFileSync(path.join(dir, 'pact.json'), JSON.stringify(pact));
    const server = spawn(process.execPath, ['-e', REFUSING], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = await once(server.stdout, 'data');
    const asked = ['can-i-deploy', '-a', 'x', '-e', '1', '-b', `http://127.0.0.1:${String(port).trim()}`];
    for (const [parameters, sentence] of [
      [['verify-provider', 'pact.json', '--runs', '0'], /^(Pact's verifier cannot be started: |It cannot be done: )/],
      [asked, /^(The Pact client cannot be run: |It cannot be done: )/],
    ] as const) {
      const ended = few.map((number) => limited(`ulimit -n ${number}`, ...parameters));
      for (const { status, signal, stderr } of ended) {
        expect([signal, status]).toEqual([null, expect.any(Number)]);
        expect(stderr).not.toMatch(/\n\s+at .*:\d+/);
      }
      expect(ended.map(({ stderr }) => stderr)).toContainEqual(expect.stringMatching(sentence));
    }
    server.kill();
  },
  120_000,
);

const onUnix = process.platform !== 'win32' && process.getuid?.() !== 0 ? test : test.skip;

onUnix('an error names a folder for temporary files that cannot be written', () => {
  mkdirSync(path.join(dir, 'closed'));
  chmodSync(path.join(dir, 'closed'), 0o500);
  writeFileSync(path.join(dir, 'pact.json'), JSON.stringify(pact));
  const { status, stderr } = limited('export TMPDIR="$PWD/closed"', 'verify-provider', 'pact.json');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^It cannot be done: access is denied \(EACCES, mkdtemp .*closed.*\)\. /);
});
