import { MemberNotes, ReadNotes, runQuietly } from '../../../../src/harness/recording/readNotes.ts';

const keys = ['a', 'b', 'c'];

function after(...read: string[]): MemberNotes {
  const notes = new MemberNotes(keys);
  for (const key of read) notes.read(key);
  return notes;
}

describe('for one object', () => {
  test.each<[string, string[], string[], boolean]>([
    ['nothing', [], [], false],
    ['one member', ['b'], ['b'], false],
    ['the first ones', ['a', 'b'], ['a', 'b'], false],
    ['all, in another order', ['b', 'a', 'c'], ['b', 'a', 'c'], false],
    ['all, one after the other', ['a', 'b', 'c'], [], true],
    ['all, each twice', ['a', 'a', 'b', 'b', 'c'], [], true],
    ['all twice', ['a', 'b', 'c', 'a', 'b', 'c'], [], true],
    ['one before all', ['a', 'a', 'b', 'c'], [], true],
    ['another before all', ['b', 'a', 'b', 'c'], ['b'], true],
    ['the last but one before all', ['a', 'b', 'a', 'b', 'c'], ['a', 'b'], true],
    ['one after all', ['a', 'b', 'c', 'b'], ['b'], true],
    ['the first after all', ['a', 'b', 'c', 'a'], ['a'], true],
  ])('%s', (_, read, named, isCopied) => {
    const notes = after(...read);
    expect(keys.filter((key) => notes.isNamed(key)).sort()).toEqual([...named].sort());
    expect([...notes.named].sort()).toEqual([...named].sort());
    expect(notes.isCopied).toBe(isCopied);
  });

  test('its only member counts as read by name', () => {
    const notes = new MemberNotes(['a']);
    notes.read('a');
    expect([notes.isNamed('a'), notes.isCopied]).toEqual([true, false]);
  });
});

describe('for all objects', () => {
  const notes = () => new ReadNotes('copy');

  test('the only member of a nested object counts as read in a copy if its parent is copied', () => {
    const all = notes();
    const outer = all.objectAt([], ['detail', 'id']);
    const inner = all.objectAt(['detail'], ['caseId']);
    all.note(outer, 'detail');
    all.note(inner, 'caseId');
    expect(all.howRead(['detail', 'caseId'])).toBe('by name');
    all.note(outer, 'id');
    expect(all.howRead(['detail', 'caseId'])).toBe('in a copy');
    expect([all.isUsed(), all.isCopied(), all.isCopied(1)]).toEqual([false, true, false]);
    all.note(outer, 'detail');
    expect(all.howRead(['detail', 'caseId'])).toBe('by name');
    expect([all.isUsed(), all.isUsed(2), all.isUsed(3)]).toEqual([true, true, false]);
  });

  test('a missing member that is requested counts as read by name', () => {
    const all = notes();
    all.noteMissed(['detail'], 'performedBy');
    expect(all.howRead(['detail', 'performedBy'])).toBe('by name');
    expect([all.isMissed('detail', 'performedBy'), all.isMissed('performedBy')]).toEqual([true, false]);
  });

  test('every member of a lost copy may be read', () => {
    const all = notes();
    all.objectAt([], ['detail', 'id']);
    all.lose(['detail']);
    expect(all.howRead(['detail', 'case', 'caseId'])).toBe('in a copy');
    expect(all.howRead(['id'])).toBe('not');
    expect([all.isLost, all.isCopied()]).toEqual([true, false]);
  });

  test('a found copy is not lost', () => {
    const all = notes();
    const loss = all.lose([]);
    expect(all.howRead(['id'])).toBe('in a copy');
    loss.isFound = true;
    expect(all.howRead(['id'])).toBe('not');
  });

  test('quiet work does not count as a read, even if it fails', () => {
    const all = notes();
    const object = all.objectAt([], keys);
    const fail = () =>
      runQuietly(() => {
        all.note(object, 'b');
        all.noteMissed([], 'd');
        throw new Error('in vain');
      });
    expect(fail).toThrow('in vain');
    expect([all.howRead(['b']), all.howRead(['d'])]).toEqual(['not', 'not']);
    all.note(object, 'b');
    expect(all.howRead(['b'])).toBe('by name');
  });
});
