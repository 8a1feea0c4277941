import { hideSecrets } from '../../../../src/broker/client/hideSecrets.ts';

const secret = 's"e+c/r=e&t é';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

test.each([
  ['in clear', secret],
  ['in an address', encodeURIComponent(secret)],
  ['in an address in lower case', encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())],
  ['in a form', new URLSearchParams({ a: secret }).toString()],
  ['in JSON', JSON.stringify({ secret })],
  ['in HTML', secret.replace('&', '&amp;').replace('"', '&quot;')],
  ['in base64', base64(secret)],
  ['in base64 for addresses', Buffer.from(secret).toString('base64url')],
])('a secret %s is removed', (_, text) => {
  expect(hideSecrets([secret], `<${text}>`)).toMatch(/^<.*\*\*\*.*>$/);
});

test.each(['', 'u', 'us', 'use', 'user:'])('the base64 of a secret after %p is removed', (before) => {
  const token = 'a-token-of-some-length';
  const text = hideSecrets([token], base64(`${before}${token} and more`));
  expect(text).toContain('***');
  expect(Buffer.from(text.replace('***', ''), 'base64').toString()).not.toContain(token.slice(3, -3));
});

test('a secret that is too short to hide leaves texts readable', () => {
  expect(hideSecrets(['p', ''], 'published')).toBe('published');
});

test('a secret that begins with another is removed whole', () => {
  expect(hideSecrets(['token', 'token-of-admin'], '<token-of-admin> <token>')).toBe('<***> <***>');
});
