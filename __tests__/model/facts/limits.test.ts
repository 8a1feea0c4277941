import { limits, sizeProfiles } from '../../../model/facts/limits.ts';

describe('limits', () => {
  it('are whole numbers', () => {
    expect(Object.values(limits).filter((limit) => !Number.isInteger(limit) || limit < 1)).toEqual([]);
  });

  it('name two size limits: 256 KiB and 1 MiB', () => {
    expect(sizeProfiles).toEqual({ documented: 256 * 1024, largest: 1024 * 1024 });
  });

  it('let case events reach both size limits', () => {
    expect(limits.includedFields * limits.fieldText).toBeGreaterThan(limits.largestEntrySize);
  });
});
