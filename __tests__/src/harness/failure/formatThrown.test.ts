import { formatThrown } from '../../../../src/harness/failure/formatThrown.ts';

function errorWith(frames: readonly string[], message = 'no'): Error {
  const error = new Error(message);
  error.stack = [`Error: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

test.each([
  ['c.verifyDelivery.reset (/app/h.js:7:99)', '/app/h.js:7:99'],
  ['async e.detail.q (/app/h.js:7:99)', '/app/h.js:7:99'],
  ['Object.<anonymous> (/app/h.js:7:99)', '/app/h.js:7:99'],
  ['/app/h.js:7:99', '/app/h.js:7:99'],
  ['handler (/app/h.js:7:99)', 'handler (/app/h.js:7:99)'],
  ['async handler (/app/h.js:7:99)', 'async handler (/app/h.js:7:99)'],
  ['exports.handler (/app/h.js:7:99)', 'exports.handler (/app/h.js:7:99)'],
  ['Object.handler (/app/h.js:7:99)', 'Object.handler (/app/h.js:7:99)'],
  ['Refunds.handle (/app/refunds (old)/h.js:7:99)', 'Refunds.handle (/app/refunds (old)/h.js:7:99)'],
])('of the frame %s a report shows %s', (frame, shown) => {
  expect(formatThrown(errorWith([frame])).at(-1)).toBe(`in ${shown}`);
});

test.each([
  ['Unhandled error. (Error: ee\n    at emit)', 'Error: Unhandled error. (Error: ee …)'],
  ['failed: {\n  "a": [1]\n}', 'Error: failed: { …}'],
  ['f(x) is [\n1]', 'Error: f(x) is [ …]'],
  ['expect(received).toBe(expected)\n\nExpected: 1', 'Error: expect(received).toBe(expected)'],
  ['an open (bracket', 'Error: an open (bracket'],
])('the first line of the message %j is shown as %s', (message, shown) => {
  expect(formatThrown(errorWith([], message))).toEqual([shown]);
});

test("frames from a given one on are not the consumer's", () => {
  const isEnd = (frame: string): boolean => frame.includes('JSON.stringify');
  const below = ['JSON.stringify (<anonymous>)', 'Object.test (/app/h.test.js:8:196)'];
  expect(formatThrown(errorWith(below), isEnd)).toEqual(['Error: no']);
  expect(formatThrown(errorWith(['Rows.toJSON (/app/h.js:1:2)', ...below]), isEnd)).toEqual([
    'Error: no',
    'in Rows.toJSON (/app/h.js:1:2)',
  ]);
});

test('of an error that wraps another, the line of the innermost is shown', () => {
  const cause = errorWith(['readUser (/app/user.js:3:9)'], 'no user');
  const error = Object.assign(errorWith(['handler (/app/h.js:7:9)'], 'no refund'), { cause });
  expect(formatThrown(error)).toEqual([
    'Error: no refund',
    'caused by Error: no user',
    'in readUser (/app/user.js:3:9)',
  ]);
});
