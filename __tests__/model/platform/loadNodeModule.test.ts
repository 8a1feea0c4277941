import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';

jest.mock('node:crypto', () => ({ createHash: () => ({ update: () => ({ digest: () => 'faked' }) }) }));

test("a module that a test mocks is still Node's own", () => {
  const faked = require('node:crypto') as typeof import('node:crypto');
  expect(faked.createHash('md5').update('x').digest('hex')).toBe('faked');
  const { createHash } = loadNodeModule('node:crypto');
  expect(createHash('md5').update('x').digest('hex')).toBe('9dd4e461268c8034f5c8564e155c67a6');
});
