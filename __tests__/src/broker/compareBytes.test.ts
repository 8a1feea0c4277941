import { compareBytes } from '../../../src/broker/compareBytes.ts';
import { writeSortedJson } from '../../../src/broker/writeSortedJson.ts';

test('texts sort by their UTF-8 bytes, not by their UTF-16 units', () => {
  expect(['😀', '\ufffd', 'é', 'a', 'B', '10', '9'].sort(compareBytes)).toEqual([
    '10',
    '9',
    'B',
    'a',
    'é',
    '\ufffd',
    '😀',
  ]);
});

test('keys of a pact sort in the same way', () => {
  const value = { '😀': 1, '\ufffd': 2, 10: 3, 9: 4 };
  expect(writeSortedJson(value)).toBe('{\n  "10": 3,\n  "9": 4,\n  "\ufffd": 2,\n  "😀": 1\n}');
});
