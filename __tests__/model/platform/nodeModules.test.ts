import nodeFs from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { fs, path } from '../../../model/platform/nodeModules.ts';

afterEach(() => jest.restoreAllMocks());

test('a later spy has no effect here', () => {
  jest.spyOn(nodeFs, 'existsSync').mockReturnValue(false);
  jest.spyOn(nodePath, 'join').mockReturnValue('elsewhere');
  expect(nodeFs.existsSync(tmpdir())).toBe(false);
  expect(fs.existsSync(tmpdir())).toBe(true);
  expect(path.join('a', 'b')).toBe('a/b');
});
