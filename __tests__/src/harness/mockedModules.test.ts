import { existsSync } from 'node:fs';
import type { Contract } from '../../../contracts/contract.ts';
import { getPartPath } from '../../../src/pact/part.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

// A consumer mocks Node's modules before anything is loaded, because its handler uses them.

inEmptyDirectories();

type Any = ReturnType<typeof JSON.parse>;

describe.each([
  'node:async_hooks',
  'node:buffer',
  'node:crypto',
  'node:fs',
  'node:fs/promises',
  'node:os',
  'node:path',
  'node:timers',
  'node:url',
  'node:util',
  'node:vm',
  'node:worker_threads',
])('if %s is mocked by an empty module', (name) => {
  let index: typeof import('../../../src/index.ts');
  let created: Contract;

  beforeEach(async () => {
    jest.resetModules();
    jest.doMock(name, () => ({}));
    index = await import('../../../src/index.ts');
    [created] = index.contractsFor('refunds', { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] });
  });
  afterEach(() => jest.dontMock(name));

  test('a correct handler passes, directly and behind a queue, and keeps its part', async () => {
    const ids: string[] = [];
    const note = async ({ detail }: Any) => void ids.push(detail.case.caseId);
    await index.verify(created, note, { runs: 5 });
    const queue = async ({ Records }: Any) => Records.forEach(({ body }: Any) => void note(JSON.parse(body)));
    await index.verify(created, index.viaSqs(queue), { runs: 5 });
    expect(ids).not.toEqual([]);
    expect(existsSync(getPartPath('pacts', created))).toBe(true);
  });

  test('a faulty handler fails with all its differences', async () => {
    const fails = async ({ detail }: Any) => detail.performedBy.user.userArn;
    await expect(index.verify(created, fails, { runs: 5 })).rejects.toThrow('All that differs from the sample (1)');
  });
});
