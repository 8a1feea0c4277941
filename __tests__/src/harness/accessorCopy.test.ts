import { accessorCopy } from '../../../src/harness/accessorCopy.ts';

const value = { id: 'e', detail: { list: ['a', { b: null }], __proto__: null } };

function noting(): { copy: typeof value; noted: string[] } {
  const noted: string[] = [];
  return { copy: accessorCopy(value, (steps) => noted.push(steps.join('.'))), noted };
}

test('a copy is made without reading, and notes what is read', () => {
  const { copy, noted } = noting();
  expect(noted).toEqual([]);
  expect(copy.id).toBe('e');
  expect(copy.detail.list[0]).toBe('a');
  expect(noted).toEqual(['id', 'detail', 'detail.list', 'detail.list.0']);
});

test('it can be cloned, which reads all', () => {
  const { copy, noted } = noting();
  expect(structuredClone(copy)).toEqual({ id: 'e', detail: { list: ['a', { b: null }] } });
  expect(noted).toContain('detail.list.1.b');
});

test('it is changed like a value of its own', () => {
  const { copy } = noting();
  copy.id = 'f';
  copy.detail.list.push('c');
  delete (copy.detail as { list?: unknown }).list;
  expect(copy).toEqual({ id: 'f', detail: {} });
  expect(copy.detail).toBe(copy.detail);
  expect(value.id).toBe('e');
});
