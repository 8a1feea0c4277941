import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { SQSEvent } from 'aws-lambda';
import { fixture } from '../../../arbitraries/fixture.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { parseCaseEvent } from '../../../model/parse/parseCaseEvent.ts';
import { builtCommand } from './command.ts';

// The tests look at processes, devices and terminals in the way of Linux.
const onLinux = process.platform === 'linux' ? test : test.skip;

const { dir, file: command, env, run, shownBy } = builtCommand();

function events(...parameters: string[]): CasesEvent[] {
  const { status, stdout, stderr } = run('generate', ...parameters);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.endsWith('\n')).toBe(true);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function leftovers(): string[] {
  return readdirSync(dir).filter((name) => name.endsWith('.tmp'));
}

const domainFile = {
  region: 'eu-central-1',
  accountId: '444455556666',
  domainId: 'd0',
  fields: { refundAmount: { id: 'refund-id', type: 'Number' } },
  includedData: { fields: ['status', 'refundAmount'], relatedItemContent: true },
};

describe('connect-cases generate', () => {
  test('writes the fixtures of the seeds from --seed on, one a line', () => {
    expect(events('--type', 'CASE.UPDATED', '--count', '3', '--seed', '7')).toEqual(
      [7, 8, 9].map((seed) => fixture('CASE.UPDATED', { seed })),
    );
    expect(events('--type', 'RELATED_ITEM.CREATED', '--item-type', 'File', '--class', 'edge')).toEqual([
      fixture('RELATED_ITEM.CREATED', { relatedItemType: 'File', class: 'edge' }),
    ]);
  });

  test('writes the history of one case after the other, without --type', () => {
    const all = events('--count', '12');
    expect(all.map(({ detail }) => detail.eventType)).toEqual([
      ...['CASE.CREATED', 'RELATED_ITEM.CREATED', 'CASE.UPDATED'],
      ...['RELATED_ITEM.UPDATED', 'CASE.RELATED_ITEM.DELETED', 'CASE.DELETED'],
      ...['CASE.CREATED', 'RELATED_ITEM.CREATED', 'CASE.UPDATED'],
      ...['RELATED_ITEM.UPDATED', 'CASE.RELATED_ITEM.DELETED', 'CASE.DELETED'],
    ]);
    const caseIds = all.map(({ detail }) => ('case' in detail ? detail.case.caseId : detail.relatedItem.caseId));
    expect(new Set(caseIds.slice(0, 6)).size).toBe(1);
    expect(new Set(caseIds).size).toBe(2);
    for (const event of all) expect(parseCaseEvent(event)).toBe(event);
  });

  test('splits one stream over machines, without overlap', () => {
    const whole = run('generate', '--count', '100').stdout.split('\n').sort();
    const shards = [1, 2, 3].map((index) => run('generate', '--count', '100', '--shard', `${index}/3`).stdout);
    expect(shards.join('').split('\n').sort()).toEqual(whole);
    for (const shard of shards) expect(shard.split('\n').length).toBeGreaterThan(30);
  });

  test('leaves out types that cannot have the size, unless a type is named', () => {
    const large = events('--bytes', '262144', '--count', '8');
    expect(large.map(entrySize)).toEqual(Array.from({ length: 8 }, () => 262_144));
    expect(
      new Set(large.map(({ detail }) => ('relatedItem' in detail ? detail.relatedItem.relatedItemType : ''))),
    ).toEqual(new Set(['', 'Custom']));
  });

  test('writes them in the requested dialect', () => {
    const asked = ['--dialect', 'relatedItemType=comment', '--dialect', 'deletedCase=caseId only'];
    const dialect = { relatedItemType: 'comment', deletedCase: 'caseId only' } as const;
    expect(events('--type', 'RELATED_ITEM.CREATED', ...asked)).toEqual([fixture('RELATED_ITEM.CREATED', { dialect })]);
    expect(events('--type', 'CASE.DELETED', ...asked)).toEqual([fixture('CASE.DELETED', { dialect })]);
    expect(events('--type', 'CASE.DELETED')).not.toEqual([fixture('CASE.DELETED', { dialect })]);
  });

  test('puts each event into an envelope', () => {
    const [message] = events('--envelope', 'sqs') as unknown as SQSEvent[];
    expect(JSON.parse(String(message?.Records[0]?.body))).toEqual(fixture('CASE.CREATED'));
  });

  test.each([
    ['JSON', 'domain.json', JSON.stringify(domainFile)],
    [
      'TypeScript',
      'domain.ts',
      `type Text = string;\nexport const domain = ${JSON.stringify(domainFile)} as const;\nexport const other: Text = '';`,
    ],
    ['an ES module', 'domain.mjs', `export default ${JSON.stringify(domainFile)};`],
    ['CommonJS, exported as a whole', 'whole.cjs', `module.exports = ${JSON.stringify(domainFile)};`],
    [
      'TypeScript, with other exports',
      'default.ts',
      `export const a = 1;\nexport default ${JSON.stringify(domainFile)};`,
    ],
    ['CommonJS', 'domain.cjs', `module.exports = { casesDomain: ${JSON.stringify(domainFile)} };`],
  ])('takes the domain from a file: %s', (_, name, text) => {
    writeFileSync(path.join(dir, name), text);
    const [event] = events('--type', 'CASE.UPDATED', '--domain', name);
    expect(event).toEqual(fixture('CASE.UPDATED', { domain: domainFile as never }));
    expect(event?.account).toBe('444455556666');
  });

  test('writes a whole file, and reports what it wrote', () => {
    const { status, stdout, stderr } = run('generate', '--count', '20', '--out', 'events.ndjson', '--json');
    const text = readFileSync(path.join(dir, 'events.ndjson'), 'utf8');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({ events: 20, bytes: Buffer.byteLength(text), file: 'events.ndjson' });
    expect(text).toBe(run('generate', '--count', '20').stdout);
    expect(JSON.parse(run('generate', '--json').stderr)).toEqual({ events: 1, bytes: expect.any(Number) });
    expect(leftovers()).toEqual([]);
  });

  test('keeps an existing file, unless --force is given', () => {
    const file = path.join(dir, 'kept.ndjson');
    writeFileSync(file, 'mine');
    expect(run('generate', '--out', 'kept.ndjson')).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'kept.ndjson already exists, and is kept: --force replaces it.\n',
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(run('generate', '--out', 'kept.ndjson', '--force')).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(run('generate').stdout);
  });

  onLinux('writes to the target of a link, and keeps the link', () => {
    symlinkSync('linked.ndjson', path.join(dir, 'link'));
    for (const more of [[], ['--force']]) expect(run('generate', '--out', 'link', ...more).status).toBe(0);
    expect(readlinkSync(path.join(dir, 'link'))).toBe('linked.ndjson');
    expect(readFileSync(path.join(dir, 'linked.ndjson'), 'utf8')).toBe(run('generate').stdout);
    expect(leftovers()).toEqual([]);
  });

  test('neither mixes the output of a domain file with the events, nor waits for its timers', () => {
    const module = `console.log('loud'); setInterval(() => {}, 1000); module.exports = ${JSON.stringify(domainFile)};`;
    writeFileSync(path.join(dir, 'loud.cjs'), module);
    writeFileSync(path.join(dir, 'quiet.json'), JSON.stringify(domainFile));
    const { status, stdout, stderr } = run('generate', '--domain', 'loud.cjs', '--count', '500');
    expect([status, stderr]).toEqual([0, 'loud\n']);
    expect(stdout).toBe(run('generate', '--domain', 'quiet.json', '--count', '500').stdout);
  });

  test('accepts a domain file in CommonJS, in TypeScript, and in JSON with a byte order mark', () => {
    const json = JSON.stringify(domainFile);
    writeFileSync(path.join(dir, 'equals.cts'), `const domain = ${json};\nexport = domain;`);
    writeFileSync(path.join(dir, 'MARK.JSON'), `\uFEFF${json}`);
    writeFileSync(path.join(dir, 'plain.json'), json);
    const { stdout } = run('generate', '--domain', 'plain.json');
    expect(stdout).toContain('/d0');
    for (const file of ['equals.cts', 'MARK.JSON']) expect(run('generate', '--domain', file).stdout).toBe(stdout);
  });

  test.each([
    ['never.mjs', 'await new Promise(() => {}); export const domain = 1;', 'which ends the process, or waits for ever'],
    ['ends.cjs', 'process.exit(0);', 'which ends the process, or waits for ever'],
    ['undefined.cjs', 'throw undefined;', 'It fails with: undefined.'],
    [
      'reads.cjs',
      "require('node:fs').readFileSync('nothing.txt');",
      'It fails at reads.cjs:1 with: ENOENT: no such file or directory',
    ],
    ['wrong.ts', 'export const a = 1;\nexport const b = (;', 'wrong.ts:2:'],
  ])('the error for an unusable domain file says why: %s', (file, text, message) => {
    writeFileSync(path.join(dir, file), text);
    const { status, stdout, stderr } = run('generate', '--domain', file);
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });

  onLinux('reports a full disk, even if a shell writes the file', () => {
    const limited = `ulimit -f 50; "${process.execPath}" "${command}" generate --count 100 > limited.ndjson`;
    const { status, stderr } = spawnSync('bash', ['-c', `trap '' XFSZ; ${limited}`], {
      cwd: dir,
      env,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([
      1,
      "standard output can't be written: the file would be larger than this system allows.\n",
    ]);
  });

  onLinux('handles final output without a reader or without room', () => {
    const tell = (to: string) =>
      spawnSync('bash', ['-c', `set -o pipefail; "${process.execPath}" "${command}" generate --help ${to}`], {
        cwd: dir,
        env,
        encoding: 'utf8',
      });
    expect(tell('| true')).toMatchObject({ stderr: '' });
    const { status, stderr } = tell('> /dev/full');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Standard output can't be written: ENOSPC/)]);
  });

  onLinux('ends at once on a signal, even while it waits for its reader', async () => {
    const child = spawn(process.execPath, [command, 'generate', '--count', '3000000'], { cwd: dir, env });
    await once(child.stdout, 'readable');
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGTERM');
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGTERM');
  });

  onLinux('keeps the permissions of a replaced file, and refuses to replace a folder', () => {
    writeFileSync(path.join(dir, 'secret.ndjson'), '', { mode: 0o600 });
    expect(run('generate', '--out', 'secret.ndjson', '--force').status).toBe(0);
    expect(statSync(path.join(dir, 'secret.ndjson')).mode & 0o777).toBe(0o600);
    expect(run('generate', '--out', 'folder/')).toMatchObject({
      status: 1,
      stderr: 'folder/ is a folder: name a file in it.\n',
    });
    expect(run('generate', '--out', 'n'.repeat(230)).status).toBe(0);
  });

  test('stops without an error when its reader has enough', () => {
    const piped = '"$0" "$1" generate --count 100000000 | head -2 | wc -l; echo $PIPESTATUS';
    const { stdout, stderr } = spawnSync('bash', ['-c', piped, process.execPath, command], {
      cwd: dir,
      env,
      encoding: 'utf8',
    });
    expect([stdout, stderr]).toEqual(['2\n0\n', '']);
  });

  onLinux('waits for a slow reader, and its memory stays flat', async () => {
    const child = spawn(process.execPath, [command, 'generate', '--count', '100000000'], { cwd: dir, env });
    await once(child.stdout, 'readable');
    const rss = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]);
    const first = await settled(rss);
    for (let chunk = 0; chunk < 200; chunk++) child.stdout.read() ?? (await once(child.stdout, 'readable'));
    const later = await settled(rss);
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(later).toBeLessThan(first * 1.5 + 30_000);
  });

  test('leaves no partial file when it is stopped', async () => {
    const child = spawn(process.execPath, [command, 'generate', '--count', '100000000', '--out', 'stopped.ndjson'], {
      ...{ cwd: dir, env },
    });
    while (leftovers().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([null, 'SIGTERM']);
    expect([leftovers(), existsSync(path.join(dir, 'stopped.ndjson'))]).toEqual([[], false]);
  });

  onLinux('leaves no partial file when the disk is full', () => {
    const limited = 'ulimit -f 100; "$0" "$1" generate --count 100000 --out large.ndjson';
    const { status, stderr } = spawnSync('bash', ['-c', limited, process.execPath, command], {
      cwd: dir,
      env,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([
      1,
      "large.ndjson can't be written: the file would be larger than this system allows.\n",
    ]);
    expect([leftovers(), existsSync(path.join(dir, 'large.ndjson'))]).toEqual([[], false]);
    for (const full of ['--count 100 --out /dev/full', '--count 100 > /dev/full']) {
      const failed = spawnSync('bash', ['-c', `"$0" "$1" generate ${full}`, process.execPath, command], {
        cwd: dir,
        env,
        encoding: 'utf8',
      });
      expect([failed.status, failed.stderr]).toEqual([
        1,
        expect.stringMatching(/^(\/dev\/full|standard output) can't be written: the disk is full\.\n$/),
      ]);
    }
  });

  test.each([
    [
      'a missing folder',
      'no/folder/events.ndjson',
      "no/folder/events.ndjson can't be written: there is no folder no/folder.\n",
    ],
    ['a folder', 'folder', 'folder is a folder: name a file in it.\n'],
    ['a file as a folder', 'file/events.ndjson', "file/events.ndjson can't be written: file is not a folder.\n"],
  ])('refuses to write to %s: exit code 1', (_, out, message) => {
    mkdirSync(path.join(dir, 'folder'), { recursive: true });
    writeFileSync(path.join(dir, 'file'), '');
    expect(run('generate', '--out', out)).toMatchObject({ status: 1, stdout: '', stderr: message });
  });

  onLinux('refuses to write without permission: exit code 1', () => {
    // Not even root may write there.
    expect(run('generate', '--out', '/sys/events.ndjson')).toMatchObject({
      status: 1,
      stderr: "/sys/events.ndjson can't be written: you may not write there.\n",
    });
  });

  onLinux('shows progress on a terminal, and removes it at the end', () => {
    const shown = shownBy('generate', '--count', '60000', '--out', 'shown.ndjson');
    const [, first = ''] = shown.split('\r\u001b[K');
    expect(first).toMatch(/^[\d,]+ of 60,000 events, \d+ MB$/);
    expect(shown.endsWith('\r\u001b[K')).toBe(true);
  });

  test.each<[string, string[], string]>([
    ['a type', ['--type', 'CASE.UPDATE'], '--type is "CASE.UPDATE"; allowed: "CASE.CREATED", "CASE.UPDATED", '],
    ['an item type', ['--item-type', 'comment'], '--item-type is "comment"; allowed: '],
    [
      'an item type of a case',
      ['--type', 'CASE.DELETED', '--item-type', 'File'],
      '--item-type is "File"; allowed: nothing for CASE.DELETED',
    ],
    [
      'a class',
      ['--class', 'egde'],
      '--class is "egde"; allowed: "sample", "typical", "sparse", "edge", "open", "limit". Did you mean "edge"?',
    ],
    [
      'a dialect without a reading',
      ['--dialect', 'fraction'],
      '--dialect is "fraction"; allowed: an open question and one of its readings, such as "relatedItemType=comment".',
    ],
    [
      'an envelope',
      ['--envelope', 'kafka'],
      '--envelope is "kafka"; allowed: "sqs", "sns", "kinesis", "firehose", "none".',
    ],
    [
      'a count',
      ['--count', '1e6'],
      '--count is "1e6"; allowed: a whole number from 1 to 9,007,199,254,740,991, in digits only.',
    ],
    ['no events at all', ['--count', '0'], '--count is "0"; allowed: a whole number from 1'],
    ['a seed', ['--seed', '-1'], '--seed is "-1"; allowed: a whole number from 0'],
    [
      'a seed too close to the end',
      ['--seed', '9007199254740991', '--count', '2'],
      '--seed is 9007199254740991; allowed: up to 9,007,199,254,740,990 for this --count.',
    ],
    [
      'a size that no event has',
      ['--bytes', '12'],
      '--bytes is 12; allowed: whole numbers from 634 to 1,048,576, the entry sizes that these events can have.',
    ],
    [
      'a size that one type does not have',
      ['--type', 'RELATED_ITEM.CREATED', '--item-type', 'File', '--bytes', '90000'],
      '--bytes is 90000; allowed: whole numbers from ',
    ],
    [
      'a size that an envelope does not take',
      ['--type', 'CASE.UPDATED', '--bytes', '1048576', '--envelope', 'sqs', '--out', 'too-large'],
      'the event as JSON is 1,048,',
    ],
    ['a shard', ['--shard', '4/3'], '--shard is "4/3"; allowed: a share such as "1/3", "2/3" and "3/3".'],
    ['force without a file', ['--force'], '--force is given without --out; allowed: together with --out only.'],
    ['a file without a name', ['--out', ''], '--out is ""; allowed: the name of a file.'],
    [
      'a folder instead of a domain file',
      ['--domain', '.'],
      '--domain is "."; allowed: a TypeScript, JavaScript or JSON file that loads. It is a folder.',
    ],
    [
      'a missing domain file',
      ['--domain', 'no.ts'],
      '--domain is "no.ts"; allowed: a TypeScript, JavaScript or JSON file that loads. There is no such file.',
    ],
    [
      'a domain file that throws',
      ['--domain', 'throws.ts'],
      '--domain is "throws.ts"; allowed: a TypeScript, JavaScript or JSON file that loads. It fails at throws.ts:2 with: not today.',
    ],
    [
      'a domain file with a wrong import',
      ['--domain', 'imports.ts'],
      '--domain is "imports.ts"; allowed: a TypeScript, JavaScript or JSON file that loads. It fails at imports.ts:3 with: Cannot find module \'./no-such-file\'.',
    ],
    [
      'a domain file that imports a file with a wrong import',
      ['--domain', 'a folder (1)/through.mjs'],
      `--domain is "a folder (1)/through.mjs"; allowed: a TypeScript, JavaScript or JSON file that loads. It fails at ${path.join('a folder (1)', 'imports.cjs')}:2 with: Cannot find module 'no-such-package'.`,
    ],
    [
      'a domain file that misuses a package',
      ['--domain', 'misuse.ts'],
      '--domain is "misuse.ts"; allowed: a TypeScript, JavaScript or JSON file that loads. It fails at misuse.ts:3 with: ',
    ],
    [
      'a domain file that does not parse',
      ['--domain', 'broken.json'],
      '--domain is "broken.json"; allowed: a TypeScript, JavaScript or JSON file that loads. It fails with: ',
    ],
    [
      'a domain file without a domain',
      ['--domain', 'two.ts'],
      '--domain is "two.ts"; allowed: a module that exports its domain as domain, as default, or as its only export. It exports "a", "b".',
    ],
    [
      'an invalid domain',
      ['--domain', 'wrong.json'],
      '--domain is "wrong.json", and holds no domain: in the file, accountId is "1"; allowed: the 12 digits of an AWS account.',
    ],
    [
      'a domain without an account',
      ['--domain', 'less.json'],
      '--domain is "less.json", and holds no domain: in the file, accountId is missing; allowed: the 12 digits of an AWS account.',
    ],
  ])('refuses %s: exit code 2, and nothing is written', (_, parameters, message) => {
    writeFileSync(path.join(dir, 'throws.ts'), "\nthrow new Error('not today');");
    writeFileSync(
      path.join(dir, 'imports.ts'),
      "import path from 'node:path';\n\nimport { ids } from './no-such-file';\nexport const domain = { ...ids, path };",
    );
    mkdirSync(path.join(dir, 'a folder (1)'), { recursive: true });
    writeFileSync(path.join(dir, 'a folder (1)', 'through.mjs'), "import x from './imports.cjs';\nexport default x;");
    writeFileSync(path.join(dir, 'a folder (1)', 'imports.cjs'), "\nmodule.exports = require('no-such-package');");
    writeFileSync(
      path.join(dir, 'misuse.ts'),
      "import path from 'node:path';\n\nexport default path.join(7 as never);",
    );
    writeFileSync(path.join(dir, 'broken.json'), '{');
    writeFileSync(path.join(dir, 'two.ts'), 'export const a = 1; export const b: number = 2;');
    writeFileSync(path.join(dir, 'less.json'), JSON.stringify({ ...domainFile, accountId: undefined }));
    writeFileSync(path.join(dir, 'wrong.json'), JSON.stringify({ ...domainFile, accountId: '1' }));
    const { status, stdout, stderr } = run('generate', ...parameters);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([leftovers(), existsSync(path.join(dir, 'too-large'))]).toEqual([[], false]);
  });
});

/** A number that no longer changes much. */
async function settled(read: () => number): Promise<number> {
  let last = read();
  for (let round = 0; round < 50; round++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const next = read();
    if (Math.abs(next - last) < last / 50) return next;
    last = next;
  }
  return last;
}
