import { execFileSync } from 'node:child_process';
import nodeFs, { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import nodePath from 'node:path';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { writeWhole } from '../../../model/platform/writeWhole.ts';
import { viaSqs } from '../../../src/harness/transports/sqs.ts';
import { verify } from '../../../src/harness/verify.ts';
import { getPartPath, readPart } from '../../../src/pact/part.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

// A consumer replaces Node's modules for its own code. This must affect neither the verification nor the kept files.

inEmptyDirectories();
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

type Any = ReturnType<typeof JSON.parse>;

const [created] = contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] });
const file = getPartPath('pacts', created);

const nothing = () => undefined as never;
const enoent = () => {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
};

/** Replacements in tests, mostly because the handler uses the module. */
const replacements: Readonly<Record<string, () => void>> = {
  'fs.writeFileSync that writes nothing': () => jest.spyOn(nodeFs, 'writeFileSync').mockImplementation(nothing),
  'fs.readFileSync that finds nothing': () => jest.spyOn(nodeFs, 'readFileSync').mockImplementation(enoent),
  'fs.existsSync that finds nothing': () => jest.spyOn(nodeFs, 'existsSync').mockReturnValue(false),
  'fs.mkdirSync and fs.renameSync that do nothing': () => {
    jest.spyOn(nodeFs, 'mkdirSync').mockImplementation(nothing);
    jest.spyOn(nodeFs, 'renameSync').mockImplementation(nothing);
  },
  'fs.rmSync that removes nothing': () => jest.spyOn(nodeFs, 'rmSync').mockImplementation(nothing),
  'all of fs.promises': () => {
    for (const name of ['readFile', 'writeFile', 'mkdtemp', 'readdir', 'rm'] as const)
      jest.spyOn(nodeFs.promises, name).mockImplementation(async () => nothing());
  },
  'path.join': () => jest.spyOn(nodePath, 'join').mockReturnValue('elsewhere'),
  'crypto.randomUUID and crypto.createHash': () => {
    const crypto = require('node:crypto') as typeof import('node:crypto');
    jest.spyOn(crypto, 'randomUUID').mockReturnValue('00000000-0000-4000-8000-000000000000');
  },
  'fake timers and a frozen clock': () => jest.useFakeTimers({ now: 0 }),
  'Math.random': () => jest.spyOn(Math, 'random').mockReturnValue(0),
};

describe.each(Object.entries(replacements))('with %s', (_, replace) => {
  test('a passing handler keeps its part, complete and on the disk', async () => {
    replace();
    await verify(created, async ({ detail }: Any) => detail.case?.caseId, { runs: 5 });
    jest.restoreAllMocks();
    expect(JSON.parse(execFileSync('cat', [file], { encoding: 'utf8' }))).toMatchObject({ consumer: 'refunds' });
    expect(readPart(file).interactions).toHaveLength(1);
  });

  test('a failing handler leaves no earlier part, and a witness that is played first', async () => {
    delete process.env.CI;
    mkdirSync(nodePath.dirname(file), { recursive: true });
    writeFileSync(file, 'of before');
    replace();
    const fails = async ({ detail }: Any) => detail.performedBy.user.userArn;
    await expect(verify(created, fails, { runs: 5 })).rejects.toThrow('All that differs from the sample (1)');
    await expect(verify(created, fails, { runs: 5 })).rejects.toThrow('Kept in __witnesses__');
    jest.restoreAllMocks();
    expect(existsSync(file)).toBe(false);
    expect(readdirSync('__witnesses__')).toHaveLength(1);
  });
});

test("behind a queue, ids are made with Node's own modules", async () => {
  const ids: string[] = [];
  const handler = viaSqs(async ({ Records }: Any) => void ids.push(...Records.map(({ messageId }: Any) => messageId)));
  jest.spyOn(require('node:crypto') as typeof import('node:crypto'), 'randomUUID').mockReturnValue('0-0-0-0-0');
  await verify(created, handler, { runs: 5, reads: 'off' });
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-/);
});

test('a file that is missing after its write causes an error that names the obstacle', () => {
  const write = () => writeWhole('some/file', 'text');
  write();
  expect(readFileSync('some/file', 'utf8')).toBe('text');
  // A stand-in from before our start shows only by its effects.
  const { fs } = jest.requireActual('../../../model/platform/nodeModules.ts') as { fs: { readFileSync: unknown } };
  const own = fs.readFileSync;
  fs.readFileSync = () => '';
  try {
    expect(write).toThrow(
      "some/file does not hold what was written to it: something replaces Node's file system (a spy of node:fs, mock-fs). Load connect-cases-contracts before it, or restore it before verify.",
    );
  } finally {
    fs.readFileSync = own;
  }
});

test.each([[['rmSync']], [['rmSync', 'existsSync']], [['rmSync', 'existsSync', 'lstatSync']]])(
  'an earlier part that cannot be removed, because %j were replaced before, causes an error before the handler is called',
  async (names) => {
    mkdirSync(nodePath.dirname(file), { recursive: true });
    writeFileSync(file, 'of before');
    // Stand-ins from before our start show only by their effects.
    const { fs } = jest.requireActual('../../../model/platform/nodeModules.ts') as { fs: Record<string, unknown> };
    const own = { ...fs };
    for (const name of names) fs[name] = () => undefined;
    const handler = jest.fn();
    try {
      await expect(verify(created, handler, { runs: 5, reads: 'off' })).rejects.toThrow(
        `The part of "refunds handles CASE.CREATED" cannot be written to ${file} (it is still there). The handler was not called`,
      );
    } finally {
      Object.assign(fs, own);
    }
    expect(handler).not.toHaveBeenCalled();
  },
);

test('unfinished files of a killed process are removed, and those of a running one are not', () => {
  mkdirSync('parts');
  writeFileSync('parts/.999999999-abc-0.tmp', 'half');
  writeFileSync(`parts/.${process.pid}-abc-0.tmp`, 'half');
  writeWhole('parts/file', 'text');
  expect(readdirSync('parts').sort()).toEqual([`.${process.pid}-abc-0.tmp`, 'file']);
});
