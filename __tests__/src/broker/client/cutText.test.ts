import { explainClientFailure } from '../../../../src/broker/client/brokerFailure.ts';
import { cutText } from '../../../../src/broker/client/cutText.ts';
import { toRefusal } from '../../../../src/broker/client/toRefusal.ts';

test('a short text stays the same, and a longer one ends with the number of omitted characters', () => {
  expect(cutText('a'.repeat(20_000))).toBe('a'.repeat(20_000));
  expect(cutText('b'.repeat(21_500))).toBe(`${'b'.repeat(20_000)}… (1,500 more characters)`);
});

// Searched as a whole, each would take hours.
test.each(['Environment ', 'Pacticipant ', 'valid HAL response body '])(
  'millions of "%s" are handled quickly',
  (words) => {
    const text = words.repeat(4_000_000 / words.length);
    const access = { url: 'http://broker', env: {}, secrets: [] };
    expect(toRefusal(text, access).message).toMatch(
      /^The broker at http:\/\/broker refused the request\. It said:\n.* more characters\)$/s,
    );
    expect(explainClientFailure({ code: 1, text }, access)).toBeUndefined();
  },
);
