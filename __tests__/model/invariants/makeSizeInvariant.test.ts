import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { makeSizeInvariant } from '../../../model/invariants/makeSizeInvariant.ts';
import { changed } from '../event/changed.ts';

describe('makeSizeInvariant', () => {
  const event = makeSample('CASE.UPDATED', exampleDomain);
  const size = entrySize(event);

  it('holds up to exactly the limit', () => {
    expect(makeSizeInvariant(size).holds(event)).toBe(true);
    expect(makeSizeInvariant(1000).violations(changed(event, 'detail.x', 'y'.repeat(1_000_000)))).toEqual([
      {
        segments: [],
        received: `an entry of ${(size + 1_000_007).toLocaleString('en')} bytes`,
        allowed: 'at most 1,000 bytes',
      },
    ]);
    expect(makeSizeInvariant(size - 1).holds(event)).toBe(false);
  });

  it('refuses values that JSON cannot hold', () => {
    expect(makeSizeInvariant(size).violations(changed(event, 'detail.x', 1n))).toEqual([
      {
        segments: ['detail'],
        received: 'what JSON cannot carry (a bigint, a cycle)',
        allowed: 'values that JSON can carry',
      },
    ]);
  });
});
