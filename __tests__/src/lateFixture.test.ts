import { fixture } from '../../arbitraries/fixture.ts';
import { fixture as lateFixture } from '../../src/lateFixture.ts';

test('the CommonJS build has the same fixture function', () => {
  const options = { seed: 7, set: { 'case.fields.status': 'closed' } } as const;
  expect(lateFixture('CASE.UPDATED', options)).toEqual(fixture('CASE.UPDATED', options));
  expect(lateFixture('CASE.DELETED')).toEqual(fixture('CASE.DELETED'));
});

test('the first call loads its generators', () => {
  jest.isolateModules(() => {
    const load = jest.fn(() => ({ fixture: (...parameters: unknown[]) => parameters }));
    jest.doMock('../../arbitraries/fixture.ts', load);
    const late: typeof import('../../src/lateFixture.ts') = require('../../src/lateFixture.ts');
    expect(load).not.toHaveBeenCalled();
    expect(late.fixture('CASE.CREATED', { seed: 1 })).toEqual(['CASE.CREATED', { seed: 1 }]);
    late.fixture('CASE.DELETED');
    expect(load).toHaveBeenCalledTimes(1);
  });
});
