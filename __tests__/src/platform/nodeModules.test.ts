import nodeFs from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { fs, hexHash, path } from '../../../src/platform/nodeModules.ts';

jest.mock('node:crypto', () => ({ createHash: () => ({ update: () => ({ digest: () => 'faked' }) }) }));

afterEach(() => jest.restoreAllMocks());

test("a module that a test mocks is still Node's own", () => {
  const faked = require('node:crypto') as typeof import('node:crypto');
  expect(faked.createHash('md5').update('x').digest('hex')).toBe('faked');
  expect(hexHash('md5', 'x')).toBe('9dd4e461268c8034f5c8564e155c67a6');
});

test('a spy that comes later reaches nobody here', () => {
  jest.spyOn(nodeFs, 'existsSync').mockReturnValue(false);
  jest.spyOn(nodePath, 'join').mockReturnValue('elsewhere');
  expect(nodeFs.existsSync(tmpdir())).toBe(false);
  expect(fs.existsSync(tmpdir())).toBe(true);
  expect(path.join('a', 'b')).toBe('a/b');
});
