import { resolveBrokerAccess } from '../../../../src/broker/client/brokerAccess.ts';
import { requireOwn, requireOwnLinks } from '../../../../src/broker/client/ownLinks.ts';
import { endFakeBrokers, fakeBroker } from '../fakeBroker.ts';

afterEach(endFakeBrokers);

const token = { PACT_BROKER_TOKEN: 'a-token' };

test.each([
  ['another host', 'https://other.example.com/x'],
  ['another port', 'https://broker.example.com:8443/x'],
  ['plain http', 'http://broker.example.com/x'],
  ['an invalid address', 'https://'],
])('a link to %s is refused with an error in our words', (_, href) => {
  const access = resolveBrokerAccess({ PACT_BROKER_BASE_URL: 'https://broker.example.com/team', ...token });
  expect(() => requireOwn(access, href)).toThrow('The broker at https://broker.example.com/team links to http');
  expect(() => requireOwn(access, '/elsewhere/on/it')).not.toThrow();
  expect(() => requireOwn(access, 'https://broker.example.com/x')).not.toThrow();
});

test.each<[string, (url: string) => unknown, boolean]>([
  ['its own link', (url) => ({ href: `${url}/a` }), true],
  ['links, of which one leads elsewhere', (url) => [{ href: `${url}/a` }, { href: 'http://other/a' }], false],
  ['no link', () => undefined, true],
])('a page with %s', async (_, link, passes) => {
  const { url } = await fakeBroker((_request, response, own) =>
    response.end(JSON.stringify({ _links: { it: link(own) } })),
  );
  const looked = requireOwnLinks(resolveBrokerAccess({ PACT_BROKER_BASE_URL: url, ...token }), '/page', 'it');
  if (passes) await looked;
  else await expect(looked).rejects.toThrow(`The broker at ${url} links to http://other, which asks for credentials`);
});

test('nothing is requested without credentials', async () => {
  const { url, requests } = await fakeBroker((_, response) => response.end());
  await requireOwnLinks(resolveBrokerAccess({ PACT_BROKER_BASE_URL: url }), '/', 'it');
  expect(requests).toEqual([]);
});
