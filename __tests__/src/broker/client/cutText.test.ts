import { explainClientFailure } from '../../../../src/broker/client/brokerFailure.ts';
import { cutText } from '../../../../src/broker/client/cutText.ts';
import { toRefusal } from '../../../../src/broker/client/toRefusal.ts';

test('a text that a person reads stays as it is, of a longer one it is said how much is left out', () => {
  expect(cutText('a'.repeat(20_000))).toBe('a'.repeat(20_000));
  expect(cutText('b'.repeat(21_500))).toBe(`${'b'.repeat(20_000)}… (1,500 more characters)`);
});

// Looked through as wholes, each would take hours.
test.each(['Environment ', 'Pacticipant ', 'valid HAL response body '])('millions of "%s" are told soon', (words) => {
  const text = words.repeat(4_000_000 / words.length);
  const access = { url: 'http://broker', env: {}, secrets: [] };
  expect(toRefusal(text, access).message).toMatch(
    /^The broker at http:\/\/broker refused the request\. It said:\n.* more characters\)$/s,
  );
  expect(explainClientFailure({ code: 1, text }, access)).toBeUndefined();
});
