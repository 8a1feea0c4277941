import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolveBrokerAccess } from '../../../../src/broker/client/brokerAccess.ts';
import { refusal } from '../../../helpers/refusal.ts';

const address = 'https://broker.example.com/team';

test('the client gets an address and a token in its own variables', () => {
  expect(resolveBrokerAccess({ PACT_BROKER_BASE_URL: `${address}/`, PACT_BROKER_TOKEN: 'secret' })).toEqual({
    url: address,
    env: { PACT_BROKER_BASE_URL: address, PACT_BROKER_TOKEN: 'secret' },
    secrets: ['secret'],
  });
});

test('the client gets a user with a password, too, and neither the password nor the header is ever shown', () => {
  const { env, secrets } = resolveBrokerAccess({
    PACT_BROKER_BASE_URL: address,
    PACT_BROKER_USERNAME: 'dev',
    PACT_BROKER_PASSWORD: 'secret',
  });
  expect(env).toEqual({ PACT_BROKER_BASE_URL: address, PACT_BROKER_USERNAME: 'dev', PACT_BROKER_PASSWORD: 'secret' });
  expect(secrets).toEqual(['secret', Buffer.from('dev:secret').toString('base64')]);
});

test('empty variables, which CI services make of missing secrets, count as missing', () => {
  expect(
    resolveBrokerAccess({ PACT_BROKER_BASE_URL: address, PACT_BROKER_TOKEN: '', PACT_BROKER_USERNAME: '' }),
  ).toEqual({
    url: address,
    env: { PACT_BROKER_BASE_URL: address },
    secrets: [],
  });
});

test('the address of the command line wins', () => {
  expect(resolveBrokerAccess({ PACT_BROKER_BASE_URL: address }, 'http://127.0.0.1:9292').url).toBe(
    'http://127.0.0.1:9292',
  );
});

test('a missing address causes an error', () => {
  const message =
    'PACT_BROKER_BASE_URL is missing; allowed: the http or https address of a Pact Broker. Set it, or give --broker-base-url; where the broker asks for credentials, set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.';
  expect(refusal(() => resolveBrokerAccess({}))).toBe(message);
  expect(refusal(() => resolveBrokerAccess({ PACT_BROKER_BASE_URL: '' }))).toBe(message);
});

test.each(['broker.example.com', 'ftp://broker.example.com', 'localhost:9292', ' '])(
  'the error shows an invalid address: %p',
  (wrong) => {
    expect(refusal(() => resolveBrokerAccess({}, wrong))).toBe(
      `--broker-base-url is ${JSON.stringify(wrong)}; allowed: the http or https address of a Pact Broker.`,
    );
  },
);

test('credentials in the address are refused, and not shown', () => {
  const message = refusal(() => resolveBrokerAccess({ PACT_BROKER_BASE_URL: 'https://dev:secret@broker.example.com' }));
  expect(message).toBe(
    'PACT_BROKER_BASE_URL is an address with credentials in it; allowed: the http or https address of a Pact Broker, without credentials. Addresses are printed, and every process on this machine can read the arguments. Put them into PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
  );
});

test.each(['https://dev:pa/ss@broker.example.com', 'https://dev:p#ss@b', 'dev:secret@b', 'https://d:p@b:99999'])(
  'credentials in an invalid address are not shown either: %p',
  (wrong) => {
    expect(refusal(() => resolveBrokerAccess({}, wrong))).toMatch(
      /^--broker-base-url is an address with credentials in it; allowed:/,
    );
  },
);

test.each([
  ['a token beside a user', { PACT_BROKER_TOKEN: 'secret', PACT_BROKER_USERNAME: 'dev' }],
  ['a password without a user', { PACT_BROKER_PASSWORD: 'secret' }],
])('%s contradict each other, and the error hides their values', (_, env) => {
  const message = refusal(() => resolveBrokerAccess({ PACT_BROKER_BASE_URL: address, ...env }));
  expect(message).toContain(
    'allowed: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, or none of them. Unset the variables that do not belong to this broker.',
  );
  expect(message).toContain(Object.keys(env)[0]);
  expect(message).not.toContain('secret');
});

test('missing or invalid certificates cause an error before the broker is asked', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'connect-cases-test-'));
  const file = path.join(directory, 'ca.pem');
  const told = (text: string) => text.replaceAll(file, 'ca.pem');
  const withFile = { PACT_BROKER_BASE_URL: address, SSL_CERT_FILE: file };
  expect(told(refusal(() => resolveBrokerAccess(withFile)))).toBe(
    'SSL_CERT_FILE is "ca.pem"; allowed: a readable file of certificates in PEM. It cannot be read: there is no such file or folder.',
  );
  // It may never end.
  expect(refusal(() => resolveBrokerAccess({ PACT_BROKER_BASE_URL: address, SSL_CERT_FILE: '/dev/zero' }))).toContain(
    process.platform === 'win32' ? 'there is no such file' : 'It cannot be read: it is a device, not a file.',
  );
  writeFileSync(file, 'not one');
  expect(told(refusal(() => resolveBrokerAccess(withFile)))).toBe(
    'SSL_CERT_FILE is "ca.pem"; allowed: a readable file of certificates in PEM. It has no line -----BEGIN CERTIFICATE-----.',
  );
  writeFileSync(file, '-----BEGIN CERTIFICATE-----');
  expect(resolveBrokerAccess(withFile).url).toBe(address);
  rmSync(directory, { recursive: true });
});

test.each([
  ['PACT_BROKER_TOKEN', 'tok\nen', 'a line break', 'visible ASCII characters without spaces'],
  ['PACT_BROKER_TOKEN', 'token\r\n', 'a line break', 'visible ASCII characters without spaces'],
  ['PACT_BROKER_TOKEN', 'tök', 'a space or a character that is not ASCII', 'visible ASCII characters without spaces'],
  ['PACT_BROKER_TOKEN', 'to\u0001k', 'a space or a character', 'visible ASCII characters without spaces'],
  ['PACT_BROKER_PASSWORD', 'pass\nword', 'a line break', 'a text of one line without control characters'],
  ['PACT_BROKER_USERNAME', 'de\u0000v', 'a control character', 'a text of one line without control characters'],
])('%s outside the characters of a header is refused at once, and not shown', (name, value, what, allowed) => {
  const user = name === 'PACT_BROKER_PASSWORD' ? { PACT_BROKER_USERNAME: 'dev' } : {};
  const message = refusal(() => resolveBrokerAccess({ PACT_BROKER_BASE_URL: address, ...user, [name]: value }));
  expect(message).toContain(`${name} is a text with ${what}`);
  expect(message).toContain(`which is not shown; allowed: ${allowed}. It is sent in an HTTP header`);
  expect(message).not.toContain(value);
});

test('a password in any language stays unchanged', () => {
  const env = { PACT_BROKER_BASE_URL: address, PACT_BROKER_USERNAME: 'dev', PACT_BROKER_PASSWORD: 'pässwörd 漢' };
  expect(resolveBrokerAccess(env).env.PACT_BROKER_PASSWORD).toBe('pässwörd 漢');
});
